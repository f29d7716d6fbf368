/** How the question is put: L11, L12, L24, L25, L27, L32. */
import { stripMarkdown } from '../fold.ts';
import type { Bilingual, Language } from '../question.ts';
import type { Draft, Rule } from './rule.ts';
import { countHan, countWords, LANGUAGES, leadIn, textOptionsOf } from './surface.ts';

/** A draft about the stem in one language. */
function aboutStem(language: Language, found: Bilingual, todo: Bilingual, severity?: 'error' | 'warning'): Draft {
  return { path: ['stem', language], language, found, todo, ...(severity === undefined ? {} : { severity }) };
}

const STOCK: Readonly<Record<Language, RegExp>> = {
  zh: /^(下列|以下|下面)(的)?(哪(一?项|个|些|几项))?(说法|叙述|描述|选项|表述)?(中)?[，,]?(不?正确|错误|不?对)?(的)?(是|有)?(哪(一?项|个|些|几项))?(正确|错误|对)?[（(）)_：:？? ]*$/u,
  en: /^which( one)?( of the (following|these|options))?( statements?| options?)? (is|are)( not)? (true|correct|right|false|wrong|incorrect)[?:_ ]*$/i,
};

/** L11: a stem that asks nothing, or too little to be answered with the options covered. */
export const L11: Rule = {
  id: 'L11',
  name: 'no-question',
  severity: 'warning',
  check: ({ question }) => {
    if (question.kind === 'truefalse') return [];
    return LANGUAGES.flatMap((language): Draft[] => {
      const stem = stripMarkdown(question.stem[language]).trim();
      if (STOCK[language].test(stem)) {
        return [
          aboutStem(
            language,
            {
              zh: '题干只有套话，遮住选项无从作答',
              en: 'the stem is a stock formula; nobody can answer it with the options covered',
            },
            { zh: '说清问的是什么对象的什么性质', en: 'say which property of what is asked' },
            'error',
          ),
        ];
      }
      const drafts: Draft[] = [];
      if (!/[？?]|_{2,}/.test(stem)) {
        drafts.push(
          aboutStem(
            language,
            { zh: '题干没有问号，也没有空格线', en: 'the stem has neither a question mark nor a blank' },
            { zh: '以「？」或 ____ 收尾', en: 'end with ? or ____' },
          ),
        );
      }
      const [length, least, unit] = language === 'zh' ? [countHan(stem), 12, '汉字'] : [countWords(stem), 8, '词'];
      if (length < least) {
        drafts.push(
          aboutStem(
            language,
            {
              zh: `题干只有 ${length} ${unit}（至少 ${least}）`,
              en: `the stem has ${length} ${language === 'zh' ? 'characters' : 'words'} (at least ${least})`,
            },
            { zh: '写出情境或对象', en: 'name the setting or the object' },
          ),
        );
      }
      return drafts;
    });
  },
};

/** L12: a wordy stem (a scenario may be longer) or option. */
export const L12: Rule = {
  id: 'L12',
  name: 'wordy',
  severity: 'warning',
  check: ({ question }) =>
    LANGUAGES.flatMap((language): Draft[] => {
      const count = language === 'zh' ? countHan : countWords;
      const most = language === 'zh' ? (question.scenario ? 300 : 160) : question.scenario ? 150 : 80;
      const mostOption = language === 'zh' ? 60 : 30;
      const unit = language === 'zh' ? { zh: '汉字', en: 'characters' } : { zh: '词', en: 'words' };
      const length = count(question.stem[language]);
      const found = (n: number, limit: number): Bilingual => ({
        zh: `${n} ${unit.zh}（上限 ${limit}）`,
        en: `${n} ${unit.en} (limit ${limit})`,
      });
      return [
        ...(length > most
          ? [
              aboutStem(language, found(length, most), {
                zh: '删去作答用不到的话；场景题写 scenario: true',
                en: 'cut what the answer does not need; a scenario says scenario: true',
              }),
            ]
          : []),
        ...textOptionsOf(question).flatMap(({ option, path }): Draft[] => {
          const n = count(option.text[language]);
          return n > mostOption
            ? [
                {
                  path: [...path, language],
                  language,
                  found: found(n, mostOption),
                  todo: { zh: '把解释移到 why', en: 'move the explanation into why' },
                },
              ]
            : [];
        }),
      ];
    }),
};

/** L24: one question an item. */
export const L24: Rule = {
  id: 'L24',
  name: 'two-questions',
  severity: 'error',
  check: ({ question }) =>
    LANGUAGES.flatMap((language): Draft[] => {
      const stem = stripMarkdown(question.stem[language].replace(/```[\s\S]*?```|`[^`]*`/g, ''));
      const marks = stem.match(/[？?]/g)?.length ?? 0;
      const lead = leadIn(question.stem[language], language);
      const both = language === 'zh' ? /分别(?!是否)/u.test(lead) : /\band (which|what|how many)\b/i.test(lead);
      if (marks < 2 && !both) return [];
      return [
        aboutStem(
          language,
          marks >= 2
            ? { zh: `题干有 ${marks} 个问号`, en: `the stem has ${marks} question marks` }
            : { zh: '一句话问了两件事', en: 'one sentence asks two things' },
          { zh: '一题只问一件事，拆成两题', en: 'ask one thing; make it two items' },
        ),
      ];
    }),
};

const OPINION: Readonly<Record<Language, RegExp>> = { zh: /最好|最佳(?!化)|最合适/u, en: /\bbest\b/i };
const CRITERION: Readonly<Record<Language, RegExp>> = {
  zh: /从.+(看|说|讲|角度)|为了|就.+而言|按.+(衡量|标准)|以.+为准/u,
  en: /\bin terms of\b|\bin order to\b|\bjudged by\b|\bmeasured by\b/i,
};

/** L25: "best" without saying by what. */
export const L25: Rule = {
  id: 'L25',
  name: 'opinion',
  severity: 'warning',
  check: ({ question }) =>
    LANGUAGES.flatMap((language): Draft[] => {
      const stem = stripMarkdown(question.stem[language]);
      const hit = OPINION[language].exec(stem);
      if (hit === null || CRITERION[language].test(stem)) return [];
      return [
        aboutStem(
          language,
          { zh: `问「${hit[0]}」，没说按什么衡量`, en: `asks for the "${hit[0]}" without a criterion` },
          { zh: '写上「从……看」「为了……」', en: 'add "in terms of …"' },
        ),
      ];
    }),
};

const HOW_MANY: Readonly<Record<Language, RegExp>> = {
  zh: /选(择|出)?[两二三四2-4]\s?(个|项)/u,
  en: /\b(select|choose|pick|tick) (the )?(two|three|four|[2-4])\b/i,
};

/** L27: the stem leaves the number to select to the program. */
export const L27: Rule = {
  id: 'L27',
  name: 'says-how-many',
  severity: 'error',
  check: ({ question }) => {
    if (question.kind !== 'single' && question.kind !== 'multiple') return [];
    return LANGUAGES.flatMap((language): Draft[] => {
      const hit = HOW_MANY[language].exec(stripMarkdown(question.stem[language]));
      return hit === null
        ? []
        : [
            aboutStem(
              language,
              { zh: `题干里写了「${hit[0]}」`, en: `the stem says "${hit[0]}"` },
              { zh: '删去；该选几项由程序显示在题干旁', en: 'remove it; the program shows the number beside the stem' },
            ),
          ];
    });
  },
};

const TWO_CLAIMS: Readonly<Record<Language, RegExp>> = {
  zh: /并且|而且|同时|且(?!不)/u,
  en: /\balso\b|, and\b|\band (it|they|so|is|are|has|have|does|do|can|will|needs?|cannot)\b/i,
};
const NEGATED: Readonly<Record<Language, RegExp>> = {
  zh: /(?<!是|能|要|会)不(?!变|同|仅|止|但|论|管|断|足)/u,
  en: /\bnot\b|n't\b|\bcannot\b/i,
};

/** L32: a claim that holds two propositions, or is negated. */
export const L32: Rule = {
  id: 'L32',
  name: 'claim',
  severity: 'warning',
  check: ({ question }) => {
    if (question.kind !== 'truefalse') return [];
    return LANGUAGES.flatMap((language): Draft[] => {
      const stem = stripMarkdown(question.stem[language]);
      const two = TWO_CLAIMS[language].exec(stem);
      const not = NEGATED[language].exec(stem);
      return [
        ...(two === null
          ? []
          : [
              aboutStem(
                language,
                { zh: `「${two[0]}」连着两个断言`, en: `"${two[0]}" joins two claims` },
                { zh: '只断言一件事', en: 'claim one thing' },
              ),
            ]),
        ...(not === null
          ? []
          : [
              aboutStem(
                language,
                { zh: `断言里有否定「${not[0]}」`, en: `the claim is negated ("${not[0]}")` },
                { zh: '改成肯定的断言，答案取反', en: 'claim it positively and turn the answer round' },
              ),
            ]),
      ];
    });
  },
};
