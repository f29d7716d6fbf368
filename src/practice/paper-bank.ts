/** Fetches banks as the build laid them out: `bank/<hash>/index.json`, then only the shards a paper needs. */
import { type BankIndex, decodeIndex } from '#core/exam/bank-index.ts';
import { done, failed, type Outcome } from '#core/exam/failure.ts';
import type { Paper } from '#core/exam/paper.ts';
import { decodeShard, type Shard } from '#core/exam/shard.ts';
import type { Bilingual, Question } from '#core/question/question.ts';
import { withBase } from '#i18n/paths.ts';

/** A file of a bank; `exam-bank-unknown` where it is missing, for a bank is carried whole or not at all. */
async function fetchFile<T>(
  base: string,
  bank: string,
  name: string,
  decode: (text: string) => Outcome<T>,
): Promise<Outcome<T>> {
  try {
    const response = await fetch(withBase(base, `/bank/${bank}/${name}.json`));
    if (response.status === 404) return failed('exam-bank-unknown', { bank });
    if (!response.ok) return failed('exam-bank-unreachable', { detail: `HTTP ${response.status}` });
    return decode(await response.text());
  } catch (error) {
    return failed('exam-bank-unreachable', { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** The index of a bank; `exam-bank-unknown` names a bank that this site does not carry. */
export function fetchIndex(base: string, bank: string): Promise<Outcome<BankIndex>> {
  return fetchFile(base, bank, 'index', decodeIndex);
}

/** The shards that hold a paper's questions, in one. */
export async function fetchShards(base: string, bank: string, paper: Paper): Promise<Outcome<Shard>> {
  const names = paper.items.map((item) =>
    item.question === item.candidate ? `section/${item.section}` : `template/${item.candidate}`,
  );
  const shards = await Promise.all([...new Set(names)].map((name) => fetchFile(base, bank, name, decodeShard)));
  const questions: Question[] = [];
  const misconceptions: Record<string, Bilingual> = {};
  for (const shard of shards) {
    if (shard.kind === 'failed') return shard;
    questions.push(...shard.value.questions);
    Object.assign(misconceptions, shard.value.misconceptions);
  }
  return done({ questions, misconceptions });
}
