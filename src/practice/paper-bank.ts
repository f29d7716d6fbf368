/** Fetches banks as the build laid them out: `bank/<hash>/index.json`, then only the shards a paper needs. */
import { type BankIndex, decodeIndex } from '#core/exam/bank-index.ts';
import { done, failed, type Outcome } from '#core/exam/failure.ts';
import type { Paper } from '#core/exam/paper.ts';
import type { Bilingual, Question } from '#core/question/question.ts';
import { withBase } from '#i18n/paths.ts';

/** Full questions, texts as HTML, with the names of their misconceptions. */
export interface Shard {
  readonly questions: readonly Question[];
  readonly misconceptions: Readonly<Record<string, Bilingual>>;
}

async function fetchText(address: string): Promise<Outcome<string>> {
  try {
    const response = await fetch(address);
    if (response.status === 404) return failed('exam-bank-unknown', { bank: address });
    if (!response.ok) return failed('exam-bank-unreachable', { detail: `HTTP ${response.status}` });
    return done(await response.text());
  } catch (error) {
    return failed('exam-bank-unreachable', { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** The index of a bank; `exam-bank-unknown` names a bank that this site does not carry. */
export async function fetchIndex(base: string, bank: string): Promise<Outcome<BankIndex>> {
  const text = await fetchText(withBase(base, `/bank/${bank}/index.json`));
  if (text.kind === 'done') return decodeIndex(text.value);
  return text.failure.code === 'exam-bank-unknown' ? failed('exam-bank-unknown', { bank }) : text;
}

/** The shards that hold a paper's questions, in one. */
export async function fetchShards(base: string, bank: string, paper: Paper): Promise<Outcome<Shard>> {
  const names = paper.items.map((item) =>
    item.question === item.candidate ? `section/${item.section}` : `template/${item.candidate}`,
  );
  const texts = await Promise.all(
    [...new Set(names)].map((name) => fetchText(withBase(base, `/bank/${bank}/${name}.json`))),
  );
  const questions: Question[] = [];
  const misconceptions: Record<string, Bilingual> = {};
  for (const text of texts) {
    if (text.kind === 'failed') return text;
    try {
      const shard: Shard = JSON.parse(text.value);
      questions.push(...shard.questions);
      Object.assign(misconceptions, shard.misconceptions);
    } catch (error) {
      return failed('exam-bank-unreachable', { detail: String(error) });
    }
  }
  return done({ questions, misconceptions });
}
