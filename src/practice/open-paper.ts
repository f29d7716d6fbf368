/** What stands behind an address of /exam/run/: an attempt to go on with, or a paper to begin. */
import type { Attempt } from '#core/exam/attempt.ts';
import type { Blueprint } from '#core/exam/blueprint.ts';
import { done, failed, type Outcome } from '#core/exam/failure.ts';
import { formatLink, type PaperLink, parseLink } from '#core/exam/link.ts';
import { buildPaper, type Paper } from '#core/exam/paper.ts';
import { foldJournal } from '#core/exam/session.ts';
import type { ExamStore, FailedAttempt } from '#storage/exam-store.ts';
import { isKept } from '#storage/storage-status.ts';
import { newAttemptId } from './chance.ts';
import { assembleAttempt } from './new-attempt.ts';
import { fetchIndex, fetchShards } from './paper-bank.ts';
import { listAttempts } from './past-papers.ts';

/** A paper that is ready to be sat. */
export interface ReadyPaper {
  readonly kind: 'ready';
  readonly link: PaperLink;
  readonly blueprint: Blueprint;
  readonly paper: Paper;
  /** Id of a finished attempt at the same paper whose report can be opened, or null. */
  readonly finished: string | null;
  /** An attempt at the same paper that cannot be read, or null. */
  readonly unreadable: FailedAttempt | null;
  /** Makes the attempt; fetches the questions unless they are here already. */
  begin(now: number): Promise<Outcome<Attempt>>;
}

/** An attempt that was left open. */
export interface OpenAttempt {
  readonly kind: 'open';
  readonly id: string;
}

/**
 * Opens an address. An open attempt at the same paper comes first: it needs neither bank nor network.
 *
 * @param hash `location.hash`
 * @param base where the site stands
 */
export async function openPaper(
  hash: string,
  base: string,
  store: ExamStore,
): Promise<Outcome<ReadyPaper | OpenAttempt>> {
  const parsed = parseLink(hash);
  if (parsed.kind === 'failed') return parsed;
  const link = parsed.value;
  const name = formatLink(link);
  let finished: string | null = null;
  let unreadable: FailedAttempt | null = null;
  for (const item of await listAttempts(store)) {
    if (item.kind === 'failed') {
      // Its bytes may still say which paper it was; the quotation mark, escaped or not, ends the link.
      if ([`${name}"`, `${name}\\`].some((link) => item.raw.includes(link))) unreadable ??= item;
      continue;
    }
    const { attempt, journal } = item;
    if (attempt.link !== name) continue;
    if (foldJournal(attempt, journal).phase !== 'submitted') return done({ kind: 'open', id: attempt.id });
    if (isKept(store.status())) finished ??= attempt.id;
  }
  const index = await fetchIndex(base, link.bank);
  if (index.kind === 'failed') return index;
  const blueprint = index.value.blueprints.find((each) => each.id === link.blueprint);
  if (blueprint === undefined) return failed('exam-blueprint-unknown', { found: link.blueprint });
  const paper = buildPaper(blueprint, index.value.candidates, link);
  if (paper.kind === 'failed') return paper;
  // The questions come while the reader looks at the cover, so that pressing Start shows the first one at once.
  let shards = fetchShards(base, link.bank, paper.value);
  return done({
    kind: 'ready',
    link,
    blueprint,
    paper: paper.value,
    finished,
    unreadable,
    async begin(now) {
      let shard = await shards;
      if (shard.kind === 'failed') {
        shards = fetchShards(base, link.bank, paper.value);
        shard = await shards;
      }
      if (shard.kind === 'failed') return shard;
      return assembleAttempt(newAttemptId(), now, link, blueprint, index.value, paper.value, shard.value);
    },
  });
}
