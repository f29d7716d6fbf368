/** What the build lays out under `bank/<hash>/` and what the practice pages know of it. */
import { getCollection } from 'astro:content';
import { OUTLINE } from '#core/course/outline.ts';
import { type BankIndex, bankHash, type SectionTitles } from '#core/exam/bank-index.ts';
import type { Blueprint } from '#core/exam/blueprint.ts';
import { toCandidates } from '#core/exam/candidate.ts';
import { encodeShard } from '#core/exam/shard.ts';
import { misconceptionNames } from '#core/question/misconceptions.ts';
import type { Bilingual, Question } from '#core/question/question.ts';
import { isMessageKey, translator } from '#i18n/messages.ts';
import { renderQuestion } from '#markdown/question.ts';
import { loadSections } from './course.ts';

/** All questions and variants, sorted by id. */
export async function loadQuestions(): Promise<readonly Question[]> {
  const all = (await getCollection('questions')).map((entry) => entry.data);
  return all.sort((x, y) => (x.id < y.id ? -1 : 1));
}

/** Where in the course a blueprint's first topic stands; papers over several chapters come first. */
function courseOrder({ spread }: Blueprint): number {
  const topics =
    spread.kind === 'weights' ? spread.topics.map(({ name }) => name) : spread.cells.map(({ topic }) => topic);
  const chapters = new Set(topics.map((topic) => topic?.split('/')[0] ?? ''));
  return chapters.size === 1 ? OUTLINE.findIndex(({ slug }) => chapters.has(slug)) : -1;
}

/** All blueprints: of more than one chapter first, then in the order of the course, then by id. */
export async function loadBlueprints(): Promise<readonly Blueprint[]> {
  const all = (await getCollection('blueprints')).map((entry) => entry.data);
  return all.sort((x, y) => courseOrder(x) - courseOrder(y) || (x.id < y.id ? -1 : 1));
}

/** Today's bank, 12 hexadecimal digits. */
export async function loadBankHash(): Promise<string> {
  return bankHash(await loadQuestions(), await loadBlueprints());
}

async function sectionTitles(): Promise<SectionTitles> {
  const [zh, en] = await Promise.all([loadSections('zh-CN'), loadSections('en')]);
  const english = new Map(en.map((section) => [section.key, section.entry.data.title]));
  return Object.fromEntries(
    zh.map((section): [string, Bilingual] => {
      const title = section.entry.data.title;
      return [section.key, { zh: title, en: english.get(section.key) ?? title }];
    }),
  );
}

/** Today's index. */
export async function loadBankIndex(): Promise<BankIndex> {
  const [questions, blueprints] = [await loadQuestions(), await loadBlueprints()];
  return {
    bank: bankHash(questions, blueprints),
    blueprints,
    sections: await sectionTitles(),
    candidates: toCandidates(questions),
  };
}

/** The text of a shard: questions with rendered texts, and the names of the misconceptions they carry. */
export async function renderShard(questions: readonly Question[], base: string): Promise<string> {
  const [zh, en] = [translator('zh-CN'), translator('en')];
  const rendered = await Promise.all(questions.map((question) => renderQuestion(question, base)));
  const labels = misconceptionNames(questions)
    .sort()
    .flatMap((name): [string, Bilingual][] => {
      const key = `misconception.${name}`;
      return isMessageKey(key) ? [[name, { zh: zh(key), en: en(key) }]] : [];
    });
  return encodeShard({ questions: rendered, misconceptions: Object.fromEntries(labels) });
}
