/** Whether a section marks the facts of the study note that are its to tell. */
import { SEED_FACTS } from '#core/course/seed-facts.ts';
import type { LocatedFinding } from '../bank/located.ts';
import { chapterFinding, placeOf } from './findings.ts';
import type { SectionSource } from './section-source.ts';

/** Characters a marked fact has at least; in a table the rest of the row says it. */
const LEAST_FACT = { 'zh-CN': 8, en: 20 } as const;

/** Every fact of the section's seed list must be marked, once at least, round words that can carry it, and no other. */
export function checkSeeds(source: SectionSource, key: string): LocatedFinding[] {
  const wanted = SEED_FACTS[key] ?? 0;
  const seeds = source.components.filter(({ value }) => value.name === 'Seed');
  const marks = new Set(seeds.map(({ value }) => Number(value.attributes['n'])));
  const least = LEAST_FACT[source.locale];
  const empty = seeds
    .filter(({ value }) => value.text.length < (value.inCell ? 1 : least))
    .map((mark) => {
      const { attributes, text } = mark.value;
      return chapterFinding(
        'seed-fact',
        placeOf(source, mark),
        {
          zh: `<Seed n={${attributes['n']}}> 里只有“${text}”`,
          en: `<Seed n={${attributes['n']}}> holds only “${text}”`,
        },
        {
          zh: `标出整句话，至少 ${least} 个字；表格里可以只标行首。`,
          en: `Mark the sentence that carries the fact, ${least} characters at least; in a table its row head will do.`,
        },
      );
    });
  const missing = Array.from({ length: wanted }, (_, i) => i + 1).filter((n) => !marks.has(n));
  const stray = [...marks].filter((n) => !(n >= 1 && n <= wanted));
  const findings = missing.map((n) =>
    chapterFinding(
      'seed-fact',
      { file: source.file },
      {
        zh: `笔记的第 ${n} 条（共 ${wanted} 条）没有标出`,
        en: `fact ${n} of ${wanted} of the study note is not marked`,
      },
      {
        zh: `在讲它的那句话外面写 <Seed n={${n}}>…</Seed>。`,
        en: `Put <Seed n={${n}}>…</Seed> round the sentence that carries it.`,
      },
    ),
  );
  return [
    ...findings,
    ...empty,
    ...stray.map((n) =>
      chapterFinding(
        'seed-fact',
        { file: source.file },
        { zh: `<Seed n={${n}}>：这一节只有 ${wanted} 条`, en: `<Seed n={${n}}>: this section has ${wanted} facts` },
        { zh: '改成 1 到该数之间的编号。', en: 'Use a number from 1 to that.' },
      ),
    ),
  ];
}
