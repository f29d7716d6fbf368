/** Latency of the search over the built site, Pagefind's own bundle in this process: the first query and the usual one. */
import { openBuiltSearch } from '../site/pagefind-in-node.ts';
import { QUERIES } from '../site/search-queries/all.ts';
import type { Report } from './run.ts';

export async function measure(report: Report): Promise<void> {
  const print = (name: string, value: number): void =>
    report({ name, value: Math.round(value * 100) / 100, unit: 'ms', better: 'lower' });
  for (const locale of ['zh-CN', 'en'] as const) {
    const queries = QUERIES[locale].flatMap(({ queries: own }) => own);
    const began = performance.now();
    const { searcher } = await openBuiltSearch(locale);
    await searcher.search(queries[0]?.query ?? '', true);
    print(`search/${locale}/first`, performance.now() - began);
    const times: number[] = [];
    for (const { query } of queries.slice(1)) {
      const start = performance.now();
      await searcher.search(query, true);
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    print(`search/${locale}/median`, times[Math.floor(times.length / 2)] ?? 0);
    print(`search/${locale}/p95`, times[Math.floor(times.length * 0.95)] ?? 0);
  }
}
