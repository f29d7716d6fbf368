/** Options of one form: L15, L16, L17, and L18 on words that need a fixed order. */
import { compare, parseDecimal } from '#core/math/fraction.ts';
import { stripMarkdown } from '../fold.ts';
import type { Language } from '../question.ts';
import type { Draft, Rule } from './rule.ts';
import { LANGUAGES, optionsOf, type PlacedOption, partsOf, textOptionsOf } from './surface.ts';
import { isCombination } from './word-cues.ts';

/** The options that differ from the majority by some trait; none when all agree or there is no majority. */
function oddOnes<Trait>(
  options: readonly PlacedOption[],
  traitOf: (option: PlacedOption) => Trait | null,
): PlacedOption[] {
  const traits = options.map((option) => ({ option, trait: traitOf(option) })).filter(({ trait }) => trait !== null);
  const counts = new Map<Trait | null, number>();
  for (const { trait } of traits) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return counts.size < 2
    ? []
    : traits
        .filter(({ trait }) => counts.get(trait) !== most || [...counts.values()].filter((n) => n === most).length > 1)
        .map(({ option }) => option);
}

/** The case of the first letter of an English option; names, acronyms, code and formulas have none. */
function firstCase(text: string): 'upper' | 'lower' | null {
  const first = /^[A-Za-z][A-Za-z]*/.exec(text)?.[0];
  if (first === undefined || /^[A-Z].*[A-Z]/.test(first) || first === 'I') return null;
  return /^[A-Z]/.test(first) ? 'upper' : 'lower';
}

/** Proper names open with a capital wherever they stand. */
const NAMES =
  /^(Sigmoid|Tanh|Softmax|TensorFlow|PyTorch|Torch|Caffe|Keras|Python|Java|Lua|Google|Adam|Xavier|LeNet|ResNet|TensorBoard|MATLAB)\b/;

/** L15: final punctuation and capitals are uniform; `a ____` and `an ____` fit every option. */
export const L15: Rule = {
  id: 'L15',
  name: 'grammar-fit',
  severity: 'warning',
  check: ({ question }) =>
    LANGUAGES.flatMap((language): Draft[] => {
      const options = textOptionsOf(question);
      const drafts: Draft[] = [];
      const stops = oddOnes(options, ({ option }) =>
        /[。．.;；!！]$/.test(stripMarkdown(option.text[language]).trim()),
      );
      const [odd] = stops;
      if (odd !== undefined) {
        drafts.push({
          path: [...odd.path, language],
          language,
          found: { zh: '有的选项以句号收尾，有的没有', en: 'some options end in a full stop, some do not' },
          todo: { zh: '统一', en: 'make them alike' },
        });
      }
      if (language === 'en') {
        const cases = oddOnes(options, ({ option }) => {
          const text = stripMarkdown(option.text.en).trim();
          return NAMES.test(text) || /^[`$]/.test(option.text.en) ? null : firstCase(text);
        });
        const [oddCase] = cases;
        if (oddCase !== undefined) {
          drafts.push({
            path: [...oddCase.path, 'en'],
            language,
            found: { zh: '有的选项大写开头，有的小写', en: 'some options open with a capital, some do not' },
            todo: { zh: '统一', en: 'make them alike' },
          });
        }
        const article = /\b(an?) _{2,}\s*[.?]?$/i.exec(stripMarkdown(question.stem.en))?.[1]?.toLowerCase();
        for (const { option, path } of article === undefined ? [] : options) {
          const vowel = /^[aeio]|^u(?!ni|s)/i.test(option.text.en);
          if (vowel !== (article === 'an'))
            drafts.push({
              path: [...path, 'en'],
              language,
              found: {
                zh: `「${article} ____」与选项 ${option.id} 接不上`,
                en: `"${article} ____" does not fit option ${option.id}`,
              },
              todo: { zh: '写 a(n)，或把冠词放进选项', en: 'write a(n), or put the article into the options' },
            });
        }
      }
      return drafts;
    }),
};

/** What kind of thing an option is: a bare number, all code, or words. */
function formOf(text: string): 'number' | 'code' | 'words' {
  if (/^`[^`]+`$/.test(text.trim())) return 'code';
  return /^[-+−≈]?[\d.,/^×e−-]+\s?(%|[a-zA-Zµ°]{0,3}|\p{Script=Han}{0,2})$/u.test(stripMarkdown(text).trim())
    ? 'number'
    : 'words';
}

/** L16: options are all numbers, all code or all words; units stand in all numbers or in none. */
export const L16: Rule = {
  id: 'L16',
  name: 'parallel-form',
  severity: 'warning',
  check: ({ question }) =>
    LANGUAGES.flatMap((language): Draft[] => {
      const options = language === 'zh' ? optionsOf(question) : textOptionsOf(question);
      const [odd] = oddOnes(options, ({ option }) =>
        option.value !== null ? 'number' : formOf(option.text[language]),
      );
      if (odd !== undefined) {
        return [
          {
            path: [...odd.path, ...(odd.option.value === null ? [language] : [])],
            language,
            found: {
              zh: `选项 ${odd.option.id} 与其余的形式不同（数、代码、文字混用）`,
              en: `option ${odd.option.id} differs in form from the rest (numbers, code and words mixed)`,
            },
            todo: { zh: '统一成一种形式', en: 'give all options one form' },
          },
        ];
      }
      const numbers = options.filter(
        ({ option }) => option.value === null && formOf(option.text[language]) === 'number',
      );
      const [bare] = oddOnes(numbers, ({ option }) =>
        /[a-zA-Z%°\p{Script=Han}]\s*$/u.test(stripMarkdown(option.text[language])),
      );
      if (bare === undefined) return [];
      return [
        {
          path: [...bare.path, language],
          language,
          found: { zh: '有的数带单位，有的不带', en: 'some numbers have a unit, some have none' },
          todo: { zh: '都带，或都不带而写进题干', en: 'all or none; the stem can name it' },
        },
      ];
    }),
};

/** L17: numbers that are neither shuffled nor in order. */
export const L17: Rule = {
  id: 'L17',
  name: 'number-order',
  severity: 'warning',
  check: ({ question }) => {
    if ((question.kind !== 'single' && question.kind !== 'multiple') || question.order === 'shuffle') return [];
    const values = question.options.map((option) => parseDecimal(option.value ?? option.text.zh));
    const signs = values.slice(1).map((value, i) => {
      const before = values[i];
      return value === null || before === null || before === undefined ? null : compare(value, before);
    });
    if (signs.length === 0 || signs.some((sign) => sign === null)) return [];
    if (signs.every((sign) => sign === 1) || signs.every((sign) => sign === -1)) return [];
    return [
      {
        path: ['options'],
        language: null,
        found: { zh: 'order: sorted，数却没有按大小排', en: 'order: sorted, but the numbers are not in order' },
        todo: { zh: '按大小排，或删去 order', en: 'put them in order, or remove order' },
      },
    ];
  },
};

const POSITION: Readonly<Record<Language, RegExp>> = {
  zh: /选项\s?[A-Ga-g①-⑦]|[A-G]\s?项(?!目)|(?<![加减乘除])(第[一二三四五六七]|[上下前后][一两])(个选)?项/u,
  en: /\boptions? [A-Ga-g]\b(?! )|\boptions? [A-G]\b|\b(first|second|third|fourth|fifth|last|previous|next|above|below) option\b|\boption (above|below)\b/i,
};

/** L18: words that point at a position, where the order varies. */
export const L18: Rule = {
  id: 'L18',
  name: 'position-words',
  severity: 'error',
  check: ({ question }) => {
    if ((question.kind !== 'single' && question.kind !== 'multiple') || question.order === 'sorted') return [];
    return LANGUAGES.flatMap((language) =>
      partsOf(question).flatMap(({ path, text }): Draft[] => {
        const plain = stripMarkdown(text[language]);
        const hit = isCombination(plain, language) ? null : POSITION[language].exec(plain);
        if (hit === null) return [];
        return [
          {
            path: [...path, language],
            language,
            found: {
              zh: `「${hit[0]}」指着一个位置，而选项会打乱`,
              en: `"${hit[0]}" points at a position, and options are shuffled`,
            },
            todo: { zh: '用内容称呼那个选项', en: 'name that option by what it says' },
          },
        ];
      }),
    );
  },
};
