import { it } from 'vitest';
import { openBuiltSearch } from '/work/wt/lab-shell/tests/site/pagefind-in-node.ts';
import { QUERIES } from '/work/wt/lab-shell/tests/site/search-queries/all.ts';
import * as nonsense from '/work/wt/lab-shell/tests/site/search-queries/nonsense.ts';
it('tries', async () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const { searcher, dictionary } = await openBuiltSearch(locale);
    const keys = new Map(dictionary.sections.map(({ id, key }) => [id, key]));
    let bad = 0;
    for (const q of QUERIES[locale]) {
      const { groups, plan } = await searcher.search(q.query, true);
      const first = groups.section.slice(0, 3).map(({ id }) => keys.get(id) ?? id);
      const ok = first.some((k) => q.sections.includes(k)) && (q.corrected === undefined || plan.corrections.some(({ to }) => to === q.corrected));
      if (!ok) { bad++; console.log(`${q.query} [want ${q.sections}] → ${groups.section.slice(0, 5).map(({ id, score }) => `${keys.get(id)} ${score.toFixed(2)}`).join(', ')}; units ${plan.units.map((u) => `${u.text}${u.taughtIn ? '*' : ''}`).join('|')} corr ${plan.corrections.map((c) => c.to)}`); }
    }
    console.log(locale, 'failures', bad, 'of', QUERIES[locale].length);
    let lost = 0;
    for (const { names, section } of dictionary.terms) {
      const { groups } = await searcher.search(names[0] ?? '', true);
      const first = groups.section.slice(0, 3).map(({ id }) => keys.get(id) ?? id);
      if (!first.includes(section)) { lost++; console.log('TERM', names[0], section, '→', first.join(', ')); }
      const tg = groups.term[0]?.id;
      const me = dictionary.terms.find((t) => t.names === names)?.id;
      if (tg !== me) console.log('TERMNAME', names[0], '→', dictionary.terms.find((t) => t.id === tg)?.names[0]);
    }
    console.log(locale, 'terms lost', lost, 'of', dictionary.terms.length);
    for (const n of nonsense[locale === 'en' ? 'EN' : 'ZH']) { const { groups } = await searcher.search(n, true); const c = groups.section.length + groups.term.length + groups.question.length; if (c) console.log('NONSENSE', n, c); }
  }
}, 600000);
