import type { Bilingual, Option, Question } from '#core/question/question.ts';
import { renderInline, renderMarkdown } from './inline.ts';

type Render = (text: string, locale: 'zh-CN' | 'en', base: string) => Promise<string>;

async function both(text: Bilingual, base: string, render: Render): Promise<Bilingual> {
  const [zh, en] = await Promise.all([render(text.zh, 'zh-CN', base), render(text.en, 'en', base)]);
  return { zh, en };
}

/** Numbers are shown with a true minus sign; the option's `value` keeps the hyphen it is compared by. */
function shownText(option: Option): Bilingual {
  const { zh, en } = option.text;
  return option.value === null ? option.text : { zh: zh.replace('-', '−'), en: en.replace('-', '−') };
}

async function renderOption(option: Option, base: string): Promise<Option> {
  const [text, why] = await Promise.all([
    both(shownText(option), base, renderInline),
    both(option.why, base, renderInline),
  ]);
  return { ...option, text, why };
}

async function render(question: Question, base: string): Promise<Question> {
  const stem = await both(question.stem, base, renderMarkdown);
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return {
        ...question,
        stem,
        options: await Promise.all(question.options.map((option) => renderOption(option, base))),
      };
    case 'truefalse': {
      const [t, f] = await Promise.all([
        both(question.why.t, base, renderInline),
        both(question.why.f, base, renderInline),
      ]);
      return { ...question, stem, why: { t, f } };
    }
    case 'numeric': {
      const why = await both(question.why, base, renderInline);
      const traps = await Promise.all(
        question.traps.map(async (trap) => ({ ...trap, why: await both(trap.why, base, renderInline) })),
      );
      return { ...question, stem, why, traps };
    }
  }
}

const rendered = new Map<string, Promise<Question>>();

/**
 * The same question with every text as HTML: Markdown done, formulas as MathML. Stems keep paragraphs and code blocks,
 * options and reasons are single lines. Hashes stay those of the source. Each is rendered once a build: its page, its
 * neighbours, lists and papers ask for the same.
 *
 * @param base base path of the site, for links inside texts
 */
export function renderQuestion<Q extends Question>(question: Q, base: string): Promise<Q>;
export function renderQuestion(question: Question, base: string): Promise<Question> {
  const key = `${question.id} ${question.itemHash} ${base}`;
  const known = rendered.get(key) ?? render(question, base);
  rendered.set(key, known);
  return known;
}

/** A rendered stem for a list: its first paragraph without the tags around it. */
export function inlineStem(html: string): string {
  return html.match(/<p>([\s\S]*?)<\/p>/)?.[1] ?? html;
}
