/** What a section file must be by itself: front matter, headings, parts; marked facts, references and worked numbers have files of their own. */

import { locateSection } from '#core/course/outline.ts';
import { sectionSchema } from '#core/course/section.ts';
import type { LocatedFinding } from '../bank/located.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkLinks, checkReferences, type Known } from './check-references.ts';
import { checkSeeds } from './check-seeds.ts';
import { chapterFinding, type Place, placeOf } from './findings.ts';
import type { SectionSource } from './section-source.ts';

type Check = (source: SectionSource, key: string, known: Known) => LocatedFinding[];

/** Line of a front matter field, for its findings. */
function fieldPlace(source: SectionSource, field: string): Place {
  const line = source.text.split('\n').findIndex((text) => text.startsWith(`${field}:`)) + 1;
  return { file: source.file, line: line || 1, column: 1, text: source.text };
}

const checkFrontMatter: Check = (source) => {
  const parsed = sectionSchema.safeParse(source.frontMatter);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const field = String(issue.path[0] ?? '');
    const text = `${issue.path.join('.') || 'front matter'}: ${issue.message}`;
    return chapterFinding(
      'front-matter',
      fieldPlace(source, field),
      { zh: text, en: text },
      {
        zh: '小节的头部只有 title、description、needs、sources、terms 五项，一项不少。',
        en: 'A section has exactly title, description, needs, sources and terms.',
      },
    );
  });
};

/** Where an entry of `needs` stands, whether the list is written in one line or one entry a line. */
function needPlace(source: SectionSource, need: string): Place {
  const start = source.text.search(/^needs:/m);
  const before = source.text.slice(0, Math.max(start, source.text.indexOf(need, start))).split('\n');
  return { file: source.file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, text: source.text };
}

const checkNeeds: Check = (source, key) => {
  const parsed = sectionSchema.safeParse(source.frontMatter);
  const orderOf = (section: string): number => {
    const place = locateSection(section);
    return place === null ? Number.NaN : 100 * place.chapter + place.section;
  };
  return (parsed.data?.needs ?? []).flatMap((need) => {
    const order = orderOf(need);
    if (order < orderOf(key)) return [];
    const found = Number.isNaN(order)
      ? { zh: `needs 里的 ${need} 不是提纲里的小节`, en: `${need} in needs is no section of the outline` }
      : { zh: `needs 里的 ${need} 不在这一节之前`, en: `${need} in needs does not come before this section` };
    return [
      chapterFinding('needs', needPlace(source, need), found, {
        zh: '只写读者先要读的小节，用它的 chapter/section，不带编号。',
        en: 'Name sections that are to be read first, as chapter/section without numbers.',
      }),
    ];
  });
};

const checkImports: Check = (source) =>
  source.modules.map((mark) =>
    chapterFinding(
      'no-import',
      placeOf(source, mark),
      { zh: `正文里有 ${mark.value.split('\n')[0]}`, en: `the text has ${mark.value.split('\n')[0]}` },
      {
        zh: 'MDX 不写 import 和 export；组件由页面传入。',
        en: 'MDX imports and exports nothing; pages pass the components.',
      },
    ),
  );

const checkHeadings: Check = (source) => {
  const seen = new Set<string>();
  return source.headings.flatMap((mark) => {
    const { id, depth } = mark.value;
    const place = placeOf(source, mark);
    if (depth === 1)
      return [
        chapterFinding(
          'heading',
          place,
          { zh: '正文里有一级标题', en: 'the text has a first-level heading' },
          { zh: '标题写在 title 里，正文从二级开始。', en: 'The title is the h1; start at h2.' },
        ),
      ];
    if (id === null)
      return [
        chapterFinding(
          'heading',
          place,
          { zh: '标题没有 [#id]', en: 'the heading has no [#id]' },
          {
            zh: '在标题末尾加 [#短横线名]，两种语言用同一个。',
            en: 'End it with [#kebab-name], the same in both languages.',
          },
        ),
      ];
    if (seen.has(id))
      return [
        chapterFinding(
          'heading',
          place,
          { zh: `id ${id} 用了两次`, en: `the id ${id} stands twice` },
          { zh: '换一个 id。', en: 'Choose another id.' },
        ),
      ];
    seen.add(id);
    return [];
  });
};

const has = (source: SectionSource, name: string): boolean =>
  source.components.some(({ value }) => value.name === name);

/** What every section must have at least one of. */
const PARTS: readonly {
  readonly rule: string;
  isIn(source: SectionSource): boolean;
  readonly found: LocatedFinding['found'];
  readonly todo: LocatedFinding['todo'];
}[] = [
  {
    rule: 'figure',
    isIn: (source) => has(source, 'Figure'),
    found: { zh: '这一节没有图', en: 'the section has no figure' },
    todo: { zh: '至少画一张。', en: 'Draw at least one.' },
  },
  {
    rule: 'runnable',
    isIn: (source) => source.fences.some(({ value }) => value.meta.includes('run')) || has(source, 'Widget'),
    found: { zh: '没有可以运行或拖动的东西', en: 'nothing to run or move' },
    todo: { zh: '加一个 ```js run 代码块或一个 <Widget>。', en: 'Add a ```js run block or a <Widget>.' },
  },
  {
    rule: 'formula',
    isIn: (source) => source.displayed.length > 0,
    found: { zh: '这一节没有单独成行的公式', en: 'the section has no displayed formula' },
    todo: { zh: '把要讲的关系写成一行 $$…$$。', en: 'Display the relation it teaches, $$…$$.' },
  },
  {
    rule: 'number',
    isIn: (source) => source.checks.length > 0 || has(source, 'Calc'),
    found: { zh: '没有一个数是算出来的', en: 'no number is computed' },
    todo: {
      zh: '举一个数的例子，用 {/* check: 数 = 式子 */} 核对，或用 <Calc> 写出。',
      en: 'Work out an example, and check it by {/* check: number = expression */} or write it by <Calc>.',
    },
  },
];

const checkCompleteness: Check = (source) =>
  PARTS.filter((part) => !part.isIn(source)).map(({ rule, found, todo }) =>
    chapterFinding(rule, { file: source.file }, found, todo),
  );

const CHECKS: readonly Check[] = [
  checkFrontMatter,
  checkNeeds,
  checkImports,
  checkHeadings,
  checkSeeds,
  checkReferences,
  checkLinks,
  checkNumbers,
  checkCompleteness,
];

/** Every finding about one section file. */
export function checkSection(source: SectionSource, key: string, known: Known): LocatedFinding[] {
  return CHECKS.flatMap((check) => check(source, key, known));
}
