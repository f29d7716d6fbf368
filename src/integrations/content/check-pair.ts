/** What the two languages of a section must share: facts, numbers, formulas, code, links, marks. */
import type { LocatedFinding } from '../bank/located.ts';
import { chapterFinding } from './findings.ts';
import type { SectionSource } from './section-source.ts';

/** Numbers of a text in digits, without signs, separators and footnote marks: `1,792` and `1792` are one. */
export function numbersIn(text: string): string[] {
  return [...text.replace(/(\d),(?=\d{3})/g, '$1').matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => number);
}

/** TeX without what only shapes it, so that `\,` or `{,}` make no difference between the languages. */
function bareTex(tex: string): string {
  return tex.replace(/\\[,;:!]|\\(?:text|mathrm|operatorname)\{[^}]*\}|[\s{}]/g, '');
}

/** What each language holds of a kind, as texts to compare. */
const KINDS: readonly { readonly name: string; readonly ordered: boolean; of(source: SectionSource): string[] }[] = [
  { name: 'heading ids', ordered: true, of: (s) => s.headings.map(({ value }) => `${value.depth}#${value.id}`) },
  { name: 'displayed formulas', ordered: true, of: (s) => s.displayed.map(({ value }) => bareTex(value)) },
  {
    name: 'code blocks',
    ordered: true,
    of: (s) => s.fences.map(({ value }) => `${value.language} ${value.meta.join(' ')}\n${value.code}`),
  },
  { name: 'links', ordered: false, of: (s) => s.links.map(({ value }) => value) },
  {
    name: 'figures',
    ordered: true,
    of: (s) =>
      s.components
        .filter(({ value }) => value.name === 'Figure')
        .map(({ value }) => `${value.attributes['of']} ${value.attributes['id']}`),
  },
  {
    name: 'widgets',
    ordered: true,
    of: (s) =>
      s.components
        .filter(({ value }) => value.name === 'Widget')
        .map(({ value }) => `${value.attributes['name']} ${value.attributes['preset']}`),
  },
  {
    name: 'terms',
    ordered: false,
    of: (s) =>
      s.components.filter(({ value }) => value.name === 'Term').map(({ value }) => value.attributes['id'] ?? ''),
  },
  {
    name: 'computed numbers',
    ordered: false,
    of: (s) =>
      s.components
        .filter(({ value }) => value.name === 'Calc')
        .map(({ value }) => `${value.attributes['e']} (${value.attributes['p']})`),
  },
  { name: 'checked numbers', ordered: false, of: (s) => s.checks.map(({ value }) => value.replace(/\s+/g, ' ')) },
  {
    name: 'numbers',
    ordered: false,
    of: (s) => {
      const figures = s.components
        .filter(({ value }) => value.name === 'Figure')
        .flatMap(({ value }) => [value.attributes['caption'] ?? '', value.attributes['alt'] ?? '']);
      return [
        ...s.prose.map(({ value }) => value),
        ...s.formulas.map(({ value }) => value),
        ...s.displayed.map(({ value }) => value),
        ...figures,
        ...Object.entries(s.frontMatter ?? {}).flatMap(([field, value]) =>
          ['title', 'description'].includes(field) ? String(value) : [],
        ),
      ].flatMap(numbersIn);
    },
  },
  {
    name: 'front matter',
    ordered: true,
    of: (s) => {
      const data = s.frontMatter;
      if (typeof data !== 'object' || data === null) return [];
      const { needs, sources, terms } = { needs: [], sources: [], terms: [], ...data };
      const urls = (Array.isArray(sources) ? sources : []).map((source: { url?: unknown }) => String(source?.url));
      return [`needs ${String(needs)}`, `terms ${String(terms)}`, ...urls];
    },
  },
];

/** Members of `a` that `b` lacks, counting repetitions. */
export function surplus(a: readonly string[], b: readonly string[]): string[] {
  const left = [...b];
  return a.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Findings where the languages differ; placed in the English file, since Chinese comes first. */
export function checkPair(zh: SectionSource, en: SectionSource): LocatedFinding[] {
  return KINDS.flatMap(({ name, ordered, of }) => {
    const [mine, theirs] = [of(zh), of(en)];
    const same = ordered
      ? mine.join('\u0000') === theirs.join('\u0000')
      : surplus(mine, theirs).length + surplus(theirs, mine).length === 0;
    if (same) return [];
    const onlyZh = surplus(mine, theirs).join(' | ') || '–';
    const onlyEn = surplus(theirs, mine).join(' | ') || '–';
    return [
      chapterFinding(
        'parity',
        { file: en.file },
        {
          zh: `${name}：只在中文里有 ${onlyZh}；只在英文里有 ${onlyEn}`,
          en: `${name}: only in Chinese ${onlyZh}; only in English ${onlyEn}`,
        },
        {
          zh: '两种语言的事实、数字、公式、代码和链接要一样（顺序也是）。',
          en: 'Both languages carry the same facts, numbers, formulas, code and links, in the same order.',
        },
      ),
    ];
  });
}
