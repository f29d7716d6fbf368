/**
 * `npm run carry:banks -- <address> [<keep>]`, between build and deployment: takes the banks that the published site still
 * has over into dist/, so that the links of papers drawn from them go on opening the same papers after questions were
 * changed.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { decodeBankList, encodeBankList, findBankFault, type ListedBank } from './bank/bank-list.ts';

/** How many banks are carried beside the new one unless the command says otherwise. */
const KEEP = 12;
/** Files fetched at once. */
const TOGETHER = 8;
/** Milliseconds one answer may take. */
const PATIENCE = 20_000;
/** Milliseconds everything may take: a deployment is never held up for longer. */
const ALL_PATIENCE = 240_000;

type Answer =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly why: string };

/** What {@link carryBanks} works on. */
export interface Carrying {
  /** Address of the published site's home page. */
  readonly site: string;
  /** Folder of the new build. */
  readonly dist: string;
  /** How many earlier banks at most. */
  readonly keep: number;
  /** Milliseconds to wait before each further try where the network fails. */
  readonly pauses: readonly number[];
  /** Takes a line about what was done; `loss` where links stop working because of it. */
  readonly say: (line: string, loss: boolean) => void;
}

async function ask(address: URL, all: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(address, { signal: AbortSignal.any([all, AbortSignal.timeout(PATIENCE)]) });
    if (response.ok) return { kind: 'file', bytes: await response.bytes() };
    await response.body?.cancel();
    const gone = response.status === 404 || response.status === 410;
    return gone ? { kind: 'missing' } : { kind: 'failed', why: `HTTP ${response.status}` };
  } catch (error) {
    // `fetch failed` says nothing; its cause does.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { kind: 'failed', why: cause instanceof Error ? cause.message || cause.name : String(cause) };
  }
}

async function askAgain(address: URL, pauses: readonly number[], all: AbortSignal): Promise<Answer> {
  let answer = await ask(address, all);
  for (const pause of pauses) {
    if (answer.kind !== 'failed' || all.aborted) break;
    await setTimeout(pause);
    answer = await ask(address, all);
  }
  return answer;
}

/** All files of a bank, or why it cannot be had whole. */
async function fetchBank(
  listed: ListedBank,
  get: (name: string) => Promise<Answer>,
): Promise<ReadonlyMap<string, Uint8Array> | string> {
  const files = new Map<string, Uint8Array>();
  const names = Object.keys(listed.files);
  for (let i = 0; i < names.length; i += TOGETHER) {
    const some = names.slice(i, i + TOGETHER);
    for (const [j, answer] of (await Promise.all(some.map(get))).entries()) {
      const name = some[j] ?? '';
      if (answer.kind === 'failed') return `${name} could not be fetched: ${answer.why}`;
      if (answer.kind === 'file') files.set(name, answer.bytes);
    }
  }
  return findBankFault(listed, files) ?? files;
}

/** The folder `bank/` of the site; throws for what is no web address. */
function bankFolder(site: string): URL {
  const address = URL.canParse(site) ? new URL(site) : null;
  if (address === null || !/^https?:$/.test(address.protocol))
    throw new Error(`“${site}” is no web address. Give the published site's, such as https://example.github.io/aca/`);
  return new URL(`${address.pathname.replace(/\/+$/, '')}/bank/`, address);
}

async function readOwnList(path: string): Promise<readonly ListedBank[]> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw new Error(`There is no ${path}: run \`npm run build\` first.`);
  const list = decodeBankList(text);
  if ('fault' in list) throw new Error(`${path} is no list of banks (${list.fault}): run \`npm run build\` first.`);
  return list.banks;
}

/**
 * Copies the newest of the published banks that the build does not have into it and adds them to its list. A bank comes
 * whole and checked or not at all. A site that is not there yet, cannot be reached or is damaged is only spoken of.
 *
 * @throws where `site` is no address, `keep` is no number from 1 to 99 or `dist` holds no build
 */
export async function carryBanks({ site, dist, keep, pauses, say }: Carrying): Promise<void> {
  const folder = bankFolder(site);
  if (!Number.isInteger(keep) || keep < 1 || keep > 99) throw new Error(`${keep} is no number of banks from 1 to 99.`);
  const listPath = join(dist, 'bank/banks.json');
  const own = await readOwnList(listPath);

  const all = AbortSignal.timeout(ALL_PATIENCE);
  // The query asks past the host's cache: GitHub Pages may give what it had ten minutes ago, before the last deployment.
  const now = Date.now();
  const get = (path: string): Promise<Answer> => askAgain(new URL(`${path}?${now}`, folder), pauses, all);
  const answer = await get('banks.json');
  if (answer.kind === 'missing') {
    say(`There is no list of banks at ${folder} yet, so there is none to carry.`, false);
    return;
  }
  const list =
    answer.kind === 'failed' ? { fault: answer.why } : decodeBankList(new TextDecoder().decode(answer.bytes));
  if ('fault' in list) {
    say(`No bank was carried: the list at ${folder}banks.json cannot be had (${list.fault}).`, true);
    return;
  }

  const others = list.banks.filter(({ bank }) => !own.some((each) => each.bank === bank));
  const carried: ListedBank[] = [];
  for (const listed of others.slice(0, keep)) {
    const { bank, date } = listed;
    const files = await fetchBank(listed, (name) => get(`${bank}/${name}`));
    if (typeof files === 'string') {
      say(`Bank ${bank} of ${date} was not carried: ${files}.`, true);
      continue;
    }
    for (const [name, bytes] of files) {
      const path = join(dist, 'bank', bank, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }
    carried.push(listed);
    say(`Bank ${bank} of ${date} was carried, ${files.size} files.`, false);
  }
  for (const { bank, date } of others.slice(keep))
    say(`Bank ${bank} of ${date} was left behind: ${keep} are kept.`, false);
  await writeFile(listPath, encodeBankList([...own, ...carried]));
  const count = own.length + carried.length;
  say(`The build holds ${count} bank${count === 1 ? '' : 's'}.`, false);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [site = '', keep = String(KEEP)] = process.argv.slice(2);
  try {
    await carryBanks({
      site,
      dist: fileURLToPath(new URL('../../dist', import.meta.url)),
      keep: Number(keep),
      pauses: [2000, 8000],
      // On GitHub a loss stands on the run's own page.
      say: (line, loss) =>
        console.log(loss && process.env['GITHUB_ACTIONS'] ? `::warning::${line.replaceAll('\n', ' ')}` : line),
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
