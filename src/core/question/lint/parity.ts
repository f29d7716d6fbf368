import { stripMarkdown } from '../fold.ts';
import type { Bilingual, Language } from '../question.ts';
import type { Draft, Rule } from './rule.ts';
import { partsOf } from './surface.ts';

const FENCE = /```[\s\S]*?```|`[^`]*`/g;
const FORMULA = /\$\$[\s\S]*?\$\$|\$[^$]*\$/g;
const LINK = /\]\(([^)\s]+)[^)]*\)/g;

/** Prose without code, formulas and link targets. */
function prose(text: string): string {
  return text.replace(FENCE, ' ').replace(FORMULA, ' ').replace(LINK, '] ');
}

/** Numbers of the prose as values: `60,000` and `60000` are one, `６` and `6` too. */
function numbersIn(text: string): string[] {
  const plain = prose(text)
    .normalize('NFKC')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, '');
  return (plain.match(/(?<![A-Za-z_\d.])\d+(\.\d+)?/g) ?? []).map((digits) => String(Number(digits))).sort();
}

/** What a formula says, without its words, which differ between languages. */
function formulasIn(text: string): string[] {
  return (text.match(FORMULA) ?? [])
    .map((formula) => formula.replace(/\\text\{[^}]*\}/g, '').replace(/[\s$]/g, ''))
    .sort();
}

function codeIn(text: string): string[] {
  return (text.match(FENCE) ?? []).map((code) => code.trim()).sort();
}

function linksIn(text: string): string[] {
  return [...text.matchAll(LINK)].map((match) => match[1] ?? '').sort();
}

const SETS: readonly { readonly name: Bilingual; readonly of: (text: string) => string[] }[] = [
  { name: { zh: '数', en: 'numbers' }, of: numbersIn },
  { name: { zh: '公式', en: 'formulas' }, of: formulasIn },
  { name: { zh: '代码', en: 'code' }, of: codeIn },
  { name: { zh: '链接', en: 'links' }, of: linksIn },
];

/** What of x is not in y, as multisets. */
function missing(x: readonly string[], y: readonly string[]): string[] {
  const rest = [...y];
  return x.filter((each) => {
    const at = rest.indexOf(each);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

const ASCII_PUNCTUATION = /(?<=\p{Script=Han})[,;:?!]|[,;:?!](?=\p{Script=Han})/u;
const ASCII_BRACKETS = /\(([^()]*\p{Script=Han}[^()]*)\)/u;
const FULL_WIDTH = /[\u3000-\u303f\uff01-\uff5e]/u;

/** ASCII punctuation in Chinese, full-width punctuation in English; code and formulas aside, as are brackets in arithmetic. */
function strayPunctuation(text: string, language: Language): string | null {
  const plain = stripMarkdown(prose(text));
  if (language === 'en') return FULL_WIDTH.exec(plain)?.[0] ?? null;
  return ASCII_PUNCTUATION.exec(plain)?.[0] ?? ASCII_BRACKETS.exec(plain)?.[0] ?? null;
}

/** L30: the two languages carry the same numbers, formulas, code and links, each in its own punctuation. */
export const L30: Rule = {
  id: 'L30',
  name: 'parity',
  severity: 'error',
  check: ({ question }) =>
    partsOf(question).flatMap(({ path, text }): Draft[] => {
      const drafts: Draft[] = [];
      for (const { name, of } of SETS) {
        const [zh, en] = [of(text.zh), of(text.en)];
        const [onlyZh, onlyEn] = [missing(zh, en), missing(en, zh)];
        if (onlyZh.length + onlyEn.length === 0) continue;
        const list = (rest: readonly string[]): string => (rest.length === 0 ? '–' : rest.join(' '));
        drafts.push({
          path: [...path, onlyEn.length > 0 ? 'en' : 'zh'],
          language: null,
          found: {
            zh: `两种语言的${name.zh}不一致：只在中文里 ${list(onlyZh)}；只在英文里 ${list(onlyEn)}`,
            en: `${name.en} differ: only in zh ${list(onlyZh)}; only in en ${list(onlyEn)}`,
          },
          todo: {
            zh: '两种语言写同样的数、公式、代码和链接',
            en: 'write the same numbers, formulas, code and links in both',
          },
        });
      }
      for (const language of ['zh', 'en'] as const) {
        const stray = strayPunctuation(text[language], language);
        if (stray === null) continue;
        drafts.push({
          path: [...path, language],
          language,
          found:
            language === 'zh'
              ? { zh: `中文里用了半角标点：${stray}`, en: `half-width punctuation in Chinese: ${stray}` }
              : { zh: `英文里有全角标点：${stray}`, en: `full-width punctuation in English: ${stray}` },
          todo:
            language === 'zh'
              ? { zh: '用全角标点（算式和代码除外）', en: 'use full-width punctuation, save in arithmetic and code' }
              : { zh: '用半角标点', en: 'use half-width punctuation' },
        });
      }
      return drafts;
    }),
};
