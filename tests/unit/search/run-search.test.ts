import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runSearch, type SearchRequest } from '#components/search/use-search.ts';
import { TINY, tinyIndex } from './tiny-site.ts';

/** Stands where Pagefind would: each import is an instance of its own, and an instance that failed once goes on failing. */
const PAGEFIND = `
  let lost = false;
  const site = globalThis.tinyPagefind;
  site.opened += 1;
  export const options = async () => {};
  export const init = async () => {};
  export const destroy = async () => { site.closed += 1; };
  export const search = async (term) => {
    lost ||= site.offline;
    if (lost) throw new Error('Failed to fetch');
    return { results: await site.search(term) };
  };
`;

const site = {
  offline: false,
  opened: 0,
  closed: 0,
  search: async (term: string) => {
    const exact = term.startsWith('"');
    const found = await tinyIndex().find(term.replaceAll('"', ''), exact ? 'exact' : 'ranked');
    return found.map((hit) => ({
      ...hit,
      data: async () => ({
        url: `/${hit.id}/`,
        title: hit.id,
        excerpt: '',
        weighted_locations: [],
        meta: { title: hit.id },
        sub_results: [],
      }),
    }));
  },
};

let folder = '';
const request = (query: string): SearchRequest => ({
  query,
  correct: true,
  filter: { kind: '', chapter: '' },
  unfolded: [],
  attempt: 0,
});
const ask = (query: string) => runSearch(request(query), `${pathToFileURL(folder)}/`, 'zh-CN');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-'));
  await mkdir(join(folder, 'pagefind'));
  await writeFile(join(folder, 'pagefind/pagefind.js'), PAGEFIND);
  vi.stubGlobal('tinyPagefind', site);
  vi.stubGlobal('fetch', async () => Response.json(TINY));
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await rm(folder, { recursive: true });
});

describe('a search of which a part does not arrive', () => {
  it('fails, ends its Pagefind, and is answered by a new one once the part can be had', async () => {
    expect(await ask('激活函数')).toMatchObject({ kind: 'answered' });
    site.offline = true;
    expect(await ask('交叉熵')).toEqual({ kind: 'failed', failure: 'search-unreachable' });
    expect(site).toMatchObject({ opened: 1, closed: 1 });
    site.offline = false;
    expect(await ask('交叉熵')).toMatchObject({
      kind: 'answered',
      answer: { groups: { section: [{ id: 's3' }] }, plan: { corrections: [] } },
    });
    expect(site).toMatchObject({ opened: 2, closed: 1 });
  });

  it('gives up its Pagefind once, however many searches were under way', async () => {
    site.offline = true;
    const both = await Promise.all([ask('损失'), ask('系数')]);
    expect(both.map(({ kind }) => kind)).toEqual(['failed', 'failed']);
    expect(site.closed).toBe(site.opened);
    site.offline = false;
    expect((await ask('系数')).kind).toBe('answered');
  });
});
