/** What a section file must be by itself: front matter, marks, references; its worked numbers have a file of their own. */

import { locateSection } from '#core/course/outline.ts';
import { sectionSchema } from '#core/course/section.ts';
import { SEED_FACTS } from '#core/course/seed-facts.ts';
import type { LocatedFinding } from '../bank/located.ts';
import { checkNumbers } from './check-numbers.ts';
import { chapterFinding, type Place, placeOf } from './findings.ts';
import type { SectionSource } from './section-source.ts';

/** What a section may refer to. */
export interface Known {
  /** `chapter/section` keys that exist, with their heading and figure ids. */
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>;
  readonly terms: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  readonly widgets: ReadonlySet<string>;
  /** Site paths outside the chapters, e.g. `/exam/`. */
  readonly pages: ReadonlySet<string>;
  readonly questions: ReadonlySet<string>;
}

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

/** Characters a marked fact has at least; in a table the rest of the row says it. */
const LEAST_FACT = { 'zh-CN': 8, en: 20 } as const;

const checkSeeds: Check = (source, key) => {
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
};

function names(known: ReadonlySet<string>): string {
  return [...known].sort().join(', ');
}

const checkReferences: Check = (source, _key, known) =>
  source.components.flatMap((mark) => {
    const { name, attributes } = mark.value;
    const place = placeOf(source, mark);
    const unknown = (what: string, id: string | undefined, set: ReadonlySet<string>): LocatedFinding[] =>
      id !== undefined && set.has(id)
        ? []
        : [
            chapterFinding(
              'reference',
              place,
              { zh: `没有叫 ${id} 的${what}`, en: `there is no ${what} ${id}` },
              { zh: `可用的有：${names(set)}`, en: `There are: ${names(set)}` },
            ),
          ];
    switch (name) {
      case 'Term':
        return unknown('term', attributes['id'], known.terms);
      case 'Widget':
        return unknown('widget', attributes['name'], known.widgets);
      case 'Figure': {
        const empty = ['id', 'caption', 'alt'].filter((attribute) => !attributes[attribute]);
        return [
          ...unknown('figure', attributes['of'], known.figures),
          ...empty.map((attribute) =>
            chapterFinding(
              'figure',
              place,
              { zh: `图没有 ${attribute}`, en: `the figure has no ${attribute}` },
              { zh: '每张图都要 id、caption 和 alt。', en: 'Every figure needs id, caption and alt.' },
            ),
          ),
        ];
      }
      default:
        return [];
    }
  });

const checkLinks: Check = (source, key, known) =>
  source.links.flatMap((mark) => {
    const [path = '', anchor] = mark.value.split('#');
    if (/^https?:/.test(path)) return [];
    const bad = (en: string, zh: string): LocatedFinding[] => [
      chapterFinding(
        'link',
        placeOf(source, mark),
        { zh: `${mark.value}：${zh}`, en: `${mark.value}: ${en}` },
        {
          zh: '站内链接写成 /chapters/章/节/#id，不带语言和域名。',
          en: 'Write inner links as /chapters/chapter/section/#id, without language or host.',
        },
      ),
    ];
    const section = path === '' ? key : path.match(/^\/chapters\/([a-z0-9-]+\/[a-z0-9-]+)\/$/)?.[1];
    if (section !== undefined) {
      const anchors = known.anchors.get(section);
      if (anchors === undefined) return bad('there is no such section', '没有这一节');
      return anchor === undefined || anchors.has(anchor)
        ? []
        : bad(`there is no #${anchor} there`, `那里没有 #${anchor}`);
    }
    const question = path.match(/^\/questions\/([a-z0-9-]+)\/$/)?.[1];
    if (question !== undefined)
      return known.questions.has(question) ? [] : bad('there is no such question', '没有这道题');
    return known.pages.has(path) ? [] : bad('there is no such page', '没有这一页');
  });

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
