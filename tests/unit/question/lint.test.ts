import { expect, test } from 'vitest';
import type { Finding } from '#core/question/finding.ts';
import { applyWaivers, BANK_RULES, lintBank, lintItem, RULES } from '#core/question/lint/lint.ts';
import type { LintContext } from '#core/question/lint/rule.ts';
import { wordsWith } from '#core/question/lint/words.ts';
import { parseItem } from '#core/question/parse.ts';
import type { Question } from '#core/question/question.ts';
import { COMMON, sound } from './items.ts';

const CONTEXT: LintContext = {
  words: wordsWith(['卷积', '展平', '激活函数', '学习率', '梯度', '池化层']),
  glossaryText: '卷积神经网络 CNN convolutional neural network',
  glossaryIds: new Set(['relu']),
  hasSection: (section) => section === 'deep-learning/relu' || section === 'cnn/overview',
  sectionText: (_, language) => (language === 'zh' ? '整流线性单元，图形处理器 GPU' : 'rectified linear unit, GPU'),
  headings: () => new Set(['slope', 'dead-units']),
};

interface Texts {
  readonly zh: string;
  readonly en: string;
}

const WHY: Texts = {
  zh: '这里写的是这个选项为什么对，或者错在哪里。',
  en: 'This says why the option is right, or where it goes wrong.',
};

/** A clean single-choice item; `c` is the key. Tests replace what they are about. */
const CLEAN = {
  ...COMMON,
  kind: 'single',
  stem: {
    zh: '一个神经元的输入全为负数，ReLU 之后它的输出是什么样的？',
    en: 'All inputs of a neuron are negative. What does ReLU give as its output?',
  },
  options: [
    { id: 'a', text: { zh: '与输入相同的负数', en: 'the same negative numbers' }, misconception: 'identity', why: WHY },
    {
      id: 'b',
      text: { zh: '输入的绝对值大小', en: 'the size of each input' },
      misconception: 'absolute-value',
      why: WHY,
    },
    { id: 'c', text: { zh: '一律变成零的数值', en: 'zero for each of them' }, key: true, why: WHY },
    {
      id: 'd',
      text: { zh: '零与一之间的小数', en: 'fractions from 0 to 1' },
      misconception: 'sigmoid-range',
      why: WHY,
    },
  ],
};
CLEAN.options[3] = {
  id: 'd',
  text: { zh: '介于 0 到 1 的小数', en: 'fractions from 0 to 1' },
  misconception: 'sigmoid-range',
  why: WHY,
};

type Loose = typeof CLEAN & Record<string, unknown>;

/** The clean item with option texts a … d and a stem replaced. */
function item(changes: {
  readonly stem?: Partial<Texts>;
  readonly options?: Readonly<Record<string, Partial<Texts> & { why?: Partial<Texts>; misconception?: undefined }>>;
  readonly fields?: Record<string, unknown>;
}): Loose {
  return {
    ...CLEAN,
    ...changes.fields,
    stem: { ...CLEAN.stem, ...changes.stem },
    options: CLEAN.options.map((option) => {
      const { why, misconception, ...text } = changes.options?.[option.id] ?? {};
      const changed = { ...option, text: { ...option.text, ...text }, why: { ...option.why, ...why } };
      if (changes.options?.[option.id] !== undefined && 'misconception' in (changes.options[option.id] ?? {}))
        Reflect.deleteProperty(changed, 'misconception');
      return changed;
    }),
  };
}

const claim = (stem: Partial<Texts>): Record<string, unknown> => ({
  ...COMMON,
  kind: 'truefalse',
  stem: { zh: '输入为正时，ReLU 的斜率等于一。', en: 'For positive inputs the slope of ReLU is one.', ...stem },
  answer: true,
  why: { t: WHY, f: WHY },
});

const number = (fields: Record<string, unknown>): Record<string, unknown> => ({
  ...COMMON,
  kind: 'numeric',
  stem: {
    zh: '输入为负二时，泄漏系数为百分之一的 Leaky ReLU 输出多少？',
    en: 'What does leaky ReLU with a slope of one percent give for minus two?',
  },
  unit: 'none',
  value: '-0.02',
  why: WHY,
  proof: 'return -0.02;',
  ...fields,
});

function findings(loose: Record<string, unknown>, id = 'dl-test-item'): Finding[] {
  return lintItem({ question: sound(loose, id), chapter: 'deep-learning' }, CONTEXT);
}

/** `L06 zh error` for each finding of the rules. */
function codes(loose: Record<string, unknown>): string[] {
  return [
    ...new Set(findings(loose).map(({ rule, language, severity }) => `${rule} ${language ?? '–'} ${severity}`)),
  ].sort();
}

const ids = (options: Texts): Record<string, Partial<Texts>> => ({ a: options, b: options, c: options, d: options });

/** Items with one flaw, and the rule, language and severity that must see it. */
const FLAWED: readonly (readonly [string, string, Record<string, unknown>])[] = [
  [
    'full-width digits and case do not make two answers',
    'L02 zh error',
    item({ options: { a: { zh: '一律变成零，的数值' } } }),
  ],
  [
    'the same words but for case and a full stop',
    'L02 en error',
    item({ options: { a: { en: 'Zero for each of them.' } } }),
  ],
  [
    'equal numbers written otherwise',
    'L02 – error',
    {
      ...CLEAN,
      options: CLEAN.options.map(({ text: _, ...option }, i) => ({ ...option, value: ['0.5', '1', '2', '0.50'][i] })),
    },
  ],
  [
    'one range holds the other',
    'L03 zh warning',
    item({ options: { a: { zh: '大于 3 的一个数' }, b: { zh: '大于 5 的一个数' } } }),
  ],
  [
    'one range holds the other',
    'L03 en warning',
    item({ options: { a: { en: 'a number more than 3' }, b: { en: 'a number more than 5' } } }),
  ],
  [
    'nearly the same sentence',
    'L03 en warning',
    item({
      options: {
        a: { en: 'the numbers that went into the unit before' },
        b: { en: 'the numbers that went into the units before' },
      },
    }),
  ],
  ['all of the above', 'L05 zh error', item({ options: { d: { zh: '以上都不对' } } })],
  ['none of these', 'L05 en error', item({ options: { d: { en: 'none of these' } } })],
  ['A and B', 'L05 en error', item({ options: { d: { en: 'A and B' } } })],
  [
    'the key is far longer',
    'L06 zh error',
    item({ options: { c: { zh: '一律变成零的输出，因为整流线性单元会把小于零的部分全部截掉' } } }),
  ],
  ['the key is longer', 'L06 en warning', item({ options: { c: { en: 'zero for each one of those inputs' } } })],
  ['the key is far shorter', 'L06 zh warning', item({ options: { c: { zh: '零' } } })],
  ['absolutes in a distractor', 'L07 zh warning', item({ options: { a: { zh: '总是等于原来的数' } } })],
  ['absolutes in a distractor', 'L07 en warning', item({ options: { a: { en: 'always the same number' } } })],
  ['how often is often', 'L08 zh warning', item({ options: { b: { zh: '通常是输入的大小' } } })],
  ['how often is often', 'L08 en warning', item({ options: { b: { en: 'often the input size' } } })],
  [
    'a negation that is not bold',
    'L09 zh error',
    item({ stem: { zh: '关于 ReLU 在负数一侧的表现，下列说法不正确的是哪一项？' } }),
  ],
  [
    'a negation that is not bold',
    'L09 en error',
    item({ stem: { en: 'Which of these statements on the negative side of ReLU is not correct?' } }),
  ],
  [
    'a bold negation without negative: true',
    'L09 zh error',
    item({ stem: { zh: '关于 ReLU 在负数一侧的表现，下列**不属于**它的性质的是哪一项？' } }),
  ],
  [
    'a double negative',
    'L09 zh error',
    item({ stem: { zh: '关于 ReLU 的表现，下列**不**会不出现的现象是哪一项？' }, fields: { negative: true } }),
  ],
  [
    'a negative option under a negative stem',
    'L10 zh warning',
    item({
      stem: {
        zh: '关于 ReLU 的负数一侧，下列**不正确**的说法是哪一项？',
        en: 'Which of these is **not** a property of the negative side of ReLU?',
      },
      options: { a: { zh: '没有任何一点输出' } },
      fields: { negative: true },
    }),
  ],
  [
    'a negative option under a negative stem',
    'L10 en warning',
    item({
      stem: {
        zh: '关于 ReLU 的负数一侧，下列**不正确**的说法是哪一项？',
        en: 'Which of these is **not** a property of the negative side of ReLU?',
      },
      options: { a: { en: 'no output whatsoever' } },
      fields: { negative: true },
    }),
  ],
  ['no question at all', 'L11 zh warning', item({ stem: { zh: '一个神经元的输入全为负数，ReLU 之后它的输出。' } })],
  [
    'no question at all',
    'L11 en warning',
    item({ stem: { en: 'All inputs of a neuron are negative and go through ReLU.' } }),
  ],
  ['too short', 'L11 zh warning', item({ stem: { zh: 'ReLU 输出什么？' } })],
  ['too short', 'L11 en warning', item({ stem: { en: 'What does ReLU give?' } })],
  ['a stock formula alone', 'L11 zh error', item({ stem: { zh: '下列说法正确的是（ ）' } })],
  ['a stock formula alone', 'L11 en error', item({ stem: { en: 'Which of the following statements is true?' } })],
  [
    'a stem nobody finishes',
    'L12 zh warning',
    item({ stem: { zh: `${'一个神经元的输入全为负数'.repeat(15)}，ReLU 之后它的输出是什么样的？` } }),
  ],
  [
    'a stem nobody finishes',
    'L12 en warning',
    item({
      stem: {
        en: `${'All inputs of a neuron are negative in this case here. '.repeat(9)}What does ReLU give as its output?`,
      },
    }),
  ],
  [
    'an option nobody finishes',
    'L12 en warning',
    item({ options: ids({ zh: '介于零到一的小数', en: `a ${'very '.repeat(31)}small number` }) }),
  ],
  [
    'a term of the stem recurs in the key only',
    'L13 zh warning',
    item({
      stem: { zh: '某个池化层的窗口大小与步幅相同，相邻窗口有什么关系？' },
      options: { c: { zh: '池化层互不重叠' } },
    }),
  ],
  [
    'a term of the stem recurs in the key only',
    'L13 en warning',
    item({
      stem: { en: 'The window of a pooling layer equals its stride. How do neighbours lie?' },
      options: { c: { en: 'pooling without overlap' } },
    }),
  ],
  [
    'the key shares most with the rest',
    'L14 en warning',
    item({
      options: {
        a: { en: 'small output, slow training' },
        b: { en: 'large output, quick convergence' },
        c: { en: 'large output, slow training' },
        d: { en: 'large weights, slow decay' },
      },
    }),
  ],
  [
    'the key shares most with the rest',
    'L14 zh warning',
    item({
      options: {
        a: { zh: '梯度变小，学习率变大' },
        b: { zh: '卷积变慢，权重变大' },
        c: { zh: '梯度变慢，权重变大' },
        d: { zh: '梯度变慢，展平变多' },
      },
    }),
  ],
  ['one option ends in a full stop', 'L15 zh warning', item({ options: { b: { zh: '输入的绝对值。' } } })],
  ['one option opens with a capital', 'L15 en warning', item({ options: { b: { en: 'The size of each input' } } })],
  [
    'the article gives it away',
    'L15 en warning',
    item({ stem: { en: 'A unit whose inputs are all negative gives, after ReLU, an ____' } }),
  ],
  ['a number among words', 'L16 zh warning', item({ options: { b: { zh: '0.5' } } })],
  ['a number among words', 'L16 en warning', item({ options: { b: { en: '0.5' } } })],
  [
    'a unit here and none there',
    'L16 en warning',
    item({ options: { a: { en: '3 ms' }, b: { en: '4' }, c: { en: '5 ms' }, d: { en: '6 ms' } } }),
  ],
  [
    'sorted, but not in order',
    'L17 – warning',
    {
      ...CLEAN,
      order: 'sorted',
      options: CLEAN.options.map(({ text: _, ...option }, i) => ({ ...option, value: ['1', '4', '3', '9'][i] })),
    },
  ],
  [
    'an option called by its letter',
    'L18 zh error',
    item({ options: { b: { why: { zh: '它把选项 C 的输出当成了自己的输出。' } } } }),
  ],
  [
    'an option called by its place',
    'L18 en error',
    item({ options: { b: { why: { en: 'This takes the output of the first option for its own.' } } } }),
  ],
  ['a reason too short', 'L19 zh error', item({ options: { b: { why: { zh: '不是大小。' } } } })],
  [
    'a reason that points elsewhere',
    'L19 en error',
    item({ options: { b: { why: { en: 'See the section on ReLU.' } } } }),
  ],
  [
    "the key's reason calls it wrong",
    'L19 en error',
    item({ options: { c: { why: { en: 'Incorrect, because negative inputs give zero.' } } } }),
  ],
  [
    "the key's reason calls it wrong",
    'L19 zh error',
    item({ options: { c: { why: { zh: '错误，因为负的输入会变成零，什么也不剩。' } } } }),
  ],
  ['a distractor without a misconception', 'L20 – warning', item({ options: { b: { misconception: undefined } } })],
  ['a joke', 'L20 zh warning', item({ options: { b: { zh: '由外星人来决定' } } })],
  ['a joke', 'L20 en warning', item({ options: { b: { en: 'magic in each input' } } })],
  ['a section of nowhere', 'L23 – error', { ...CLEAN, section: 'deep-learning/rellu' }],
  ['a folder of another chapter', 'L23 – error', { ...CLEAN, section: 'cnn/overview' }],
  ['a heading of nowhere', 'L23 – error', { ...CLEAN, section: 'deep-learning/relu#slopes' }],
  ['a concept of nowhere', 'L23 – error', { ...CLEAN, concept: 'rellu' }],
  ['two questions', 'L24 zh error', item({ stem: { zh: '输入全为负数，ReLU 的输出是什么？它的斜率又是多少？' } })],
  [
    'two questions',
    'L24 en error',
    item({ stem: { en: 'What does ReLU give for negative inputs, and which slope has it there?' } }),
  ],
  ['an opinion', 'L25 zh warning', item({ stem: { zh: '一个神经元的输入全为负数，哪一种激活函数最合适？' } })],
  [
    'an opinion',
    'L25 en warning',
    item({ stem: { en: 'All inputs of a neuron are negative. Which activation is best?' } }),
  ],
  ['an acronym of nowhere', 'L26 zh warning', item({ options: { b: { zh: '输入的 RMSE 大小' } } })],
  ['an acronym of nowhere', 'L26 en warning', item({ options: { b: { en: 'the RMSE of inputs' } } })],
  [
    'says how many',
    'L27 zh error',
    item({ stem: { zh: '一个神经元的输入全为负数，请选两项符合它的输出的说法是哪些？' } }),
  ],
  [
    'says how many',
    'L27 en error',
    item({ stem: { en: 'All inputs of a neuron are negative. Choose two: which outputs fit?' } }),
  ],
  ['rounding that is not tolerated', 'L28 – error', number({ places: 2, tolerance: { abs: '0.004' } })],
  ['a number nobody proved', 'L28 – error', number({ proof: undefined })],
  [
    'numbers differ',
    'L30 – error',
    item({ stem: { en: 'All 3 inputs of a neuron are negative. What does ReLU give as its output?' } }),
  ],
  ['formulas differ', 'L30 – error', item({ options: { b: { zh: '$|x|$ 的大小', en: '$|w|$ of inputs' } } })],
  ['code differs', 'L30 – error', item({ options: { b: { zh: '`abs(x)` 的大小', en: '`abs(w)` of inputs' } } })],
  [
    'half-width punctuation in Chinese',
    'L30 zh error',
    item({ stem: { zh: '一个神经元的输入全为负数,ReLU 之后它的输出是什么样的？' } }),
  ],
  ['ASCII brackets round Chinese', 'L30 zh error', item({ options: { b: { zh: '绝对值(大小)的数' } } })],
  [
    'full-width punctuation in English',
    'L30 en error',
    item({ stem: { en: 'All inputs of a neuron are negative。 What does ReLU give as its output?' } }),
  ],
  ['a claim of two', 'L32 zh warning', claim({ zh: '输入为正时 ReLU 的斜率等于一，并且输入为负时等于零。' })],
  [
    'a claim of two',
    'L32 en warning',
    claim({ en: 'For positive inputs the slope of ReLU is one and it is zero elsewhere.' }),
  ],
  ['a negated claim', 'L32 zh warning', claim({ zh: '输入为正时，ReLU 的斜率不等于零。' })],
  ['a negated claim', 'L32 en warning', claim({ en: 'For positive inputs the slope of ReLU is not zero.' })],
];

/** Items that look like a flaw and have none; nothing at all may be found in them. */
const SOUND: readonly (readonly [string, Record<string, unknown>])[] = [
  ['the clean item itself', CLEAN],
  ['a clean claim', claim({})],
  ['a clean number', number({})],
  ['a list of rounded values within tolerance', number({ places: 2, tolerance: { abs: '0.005' } })],
  [
    'the same words in another order',
    item({
      options: {
        a: { zh: '先加权再激活输出', en: 'weight, then activate' },
        b: { zh: '先激活再加权输出', en: 'activate, then weight' },
      },
    }),
  ],
  ['absolutes in the key as well', item({ options: { a: { zh: '总是等于输入的数' }, c: { zh: '总是等于零的数值' } } })],
  [
    '绝对值 and 全连接 are no absolutes',
    item({ options: { b: { zh: '输入的绝对值大小' }, a: { zh: '全连接层输出的数' } } }),
  ],
  ['可能性 is no hedge', item({ options: { b: { zh: '各个可能性的大小' } } })],
  [
    'a why-question with 不 asks no negative',
    item({
      stem: {
        zh: '一个神经元的权重几乎不更新，最可能是什么原因造成的？',
        en: 'The weights of a neuron hardly move. Why do they not change?',
      },
    }),
  ],
  ['不加…的 belongs to a noun', item({ stem: { zh: '不加激活函数的多层网络等价于下面哪一种模型？' } })],
  [
    'a bold and declared negation',
    item({
      stem: {
        zh: '关于 ReLU 在负数一侧的表现，下列说法**不正确**的是哪一项？',
        en: 'Which of these is **not** a property of the negative side of ReLU?',
      },
      fields: { negative: true },
    }),
  ],
  [
    'false positives are no negation',
    item({ stem: { en: 'A detector gives many false positives. What does ReLU change in them?' } }),
  ],
  [
    'a blank instead of a question mark',
    item({
      stem: {
        zh: '一个神经元的输入全为负数，ReLU 之后它的输出是 ____',
        en: 'All inputs of a neuron are negative. After ReLU its output is ____',
      },
    }),
  ],
  [
    'best in terms of something',
    item({
      stem: {
        zh: '从计算量看，哪一种激活函数对这个神经元最合适？',
        en: 'Which activation is best for this neuron in terms of cost?',
      },
    }),
  ],
  [
    '加上一项 is no position',
    item({ options: { b: { why: { zh: '损失里加上一项惩罚，权重就会变小，与这里的输出无关。' } } } }),
  ],
  [
    'an acronym of section or glossary',
    item({ options: { b: { zh: '由 GPU 或 CNN 决定', en: 'the GPU of the CNN' } } }),
  ],
  [
    'brackets in arithmetic',
    item({
      options: {
        b: {
          why: {
            zh: '按 (1+2) 乘 3 来算得到 9，与输出的大小没有关系。',
            en: 'Counting (1+2) times 3 gives 9, which is no output of the unit.',
          },
        },
      },
    }),
  ],
  [
    'grouped thousands are one number',
    item({
      stem: {
        zh: '一个神经元有 60000 个输入全为负数，ReLU 之后它的输出是什么样的？',
        en: 'All 60,000 inputs of a neuron are negative. What does ReLU give as its output?',
      },
    }),
  ],
  [
    'numbers in order',
    {
      ...CLEAN,
      order: 'sorted',
      options: CLEAN.options.map(({ text: _, ...option }, i) => ({ ...option, value: ['9', '4', '3', '1'][i] })),
    },
  ],
];

test.each(FLAWED)('%s: %s', (_, code, loose) => {
  const clean = Object.fromEntries(Object.entries(loose).filter(([, value]) => value !== undefined));
  // Equal numbers are reported once, under the first language.
  expect(codes(clean)).toContain(code.startsWith('L02 –') ? 'L02 zh error' : code);
});

test.each(SOUND)('nothing is found in: %s', (_, loose) => {
  expect(findings(loose).map(({ rule, language, found }) => `${rule} ${language} ${found.en}`)).toEqual([]);
});

test('every rule of the table is seen to fire, in each language it judges', () => {
  const fired = new Set(FLAWED.map(([, code]) => code.slice(0, 3)));
  expect(RULES.map(({ id }) => id).filter((id) => !fired.has(id))).toEqual([]);
  expect([...RULES, ...BANK_RULES].map(({ id }) => id)).toEqual([
    ...new Set([...RULES, ...BANK_RULES].map(({ id }) => id)),
  ]);
});

test('L06 on multiple compares means', () => {
  const four = (texts: readonly string[]): Record<string, unknown> => ({
    ...CLEAN,
    kind: 'multiple',
    options: texts.map((zh, i) => ({
      id: 'abcd'[i],
      text: { zh, en: `${'xyzw'[i]} some text` },
      why: WHY,
      ...(i < 2 ? { key: true } : { misconception: 'identity' }),
    })),
  });
  expect(codes(four(['甲'.repeat(10), '乙'.repeat(20), '丙'.repeat(10), '丁'.repeat(10)]))).toContain('L06 zh warning');
  expect(codes(four(['甲'.repeat(10), '乙'.repeat(12), '丙'.repeat(10), '丁'.repeat(10)]))).toEqual([]);
});

const bankOf = (...items: readonly (readonly [string, Record<string, unknown>])[]): Question[] =>
  items.map(([id, loose]) => sound(loose, id));
const inBank = (questions: readonly Question[]): string[] =>
  lintBank(
    questions.map((question) => ({ question, chapter: 'deep-learning' })),
    CONTEXT,
  ).map(({ rule, item: id, language, severity }) => `${rule} ${id ?? '–'} ${language ?? '–'} ${severity}`);

const OTHER_OPTIONS = {
  a: { zh: '卷积核的边长', en: 'side of a kernel' },
  b: { zh: '窗口的步幅值', en: 'stride of a window' },
  c: { zh: '填充后的边长', en: 'side after padding' },
  d: { zh: '通道的总个数', en: 'count of channels' },
};

test("L21: another item's reason holds this key word for word, unless they are enemies", () => {
  const key = { zh: '梯度沿负方向更新所有权重参数', en: 'gradients update weights along descending directions' };
  const holder = {
    stem: {
      zh: '每一步训练里网络的权重怎样移动才会变好？',
      en: 'How do the weights of a network move in a good step?',
    },
    options: {
      ...OTHER_OPTIONS,
      a: {
        ...OTHER_OPTIONS.a,
        why: { zh: `每一步，${key.zh}，边长却是固定的。`, en: `In each step ${key.en}; sides stay.` },
      },
    },
  };
  const giver = item({ options: { c: key } });
  expect(inBank(bankOf(['dl-one', giver], ['dl-two', item(holder)]))).toEqual([
    'L21 dl-one zh warning',
    'L21 dl-one en warning',
  ]);
  expect(inBank(bankOf(['dl-one', { ...giver, enemies: ['dl-two'] }], ['dl-two', item(holder)]))).toEqual([]);
});

test('L22: the same item twice is an error, a like one a warning that enemies are spared', () => {
  expect(inBank(bankOf(['dl-one', CLEAN], ['dl-two', CLEAN]))).toEqual(['L22 dl-two zh error', 'L22 dl-two en error']);
  const like = item({ options: { a: OTHER_OPTIONS.a, b: {} } });
  expect(inBank(bankOf(['dl-one', CLEAN], ['dl-two', like]))).toEqual([
    'L22 dl-two zh warning',
    'L22 dl-two en warning',
  ]);
  expect(inBank(bankOf(['dl-one', CLEAN], ['dl-two', { ...like, enemies: ['dl-one'] }]))).toEqual([]);
  expect(
    inBank(
      bankOf(
        ['dl-one', CLEAN],
        [
          'dl-two',
          item({
            stem: {
              zh: '填充之后，一个特征图的哪一个尺寸会改变？',
              en: 'Which size of a feature map changes with padding?',
            },
            options: OTHER_OPTIONS,
          }),
        ],
      ),
    ),
  ).toEqual([]);
});

test('waivers take warnings out; a waiver of an error, a stale one and one of no rule are errors', () => {
  const loose = item({ options: { a: { zh: '总是等于原来的数' }, b: { why: { zh: '不是大小。' } } } });
  const all = findings(loose);
  const waive = (reasons: Record<string, string>): string[] =>
    applyWaivers(all, [{ name: 'dl-test-item', items: new Set(['dl-test-item']), reasons }]).map(
      ({ rule, path }) => `${rule} ${path.join('.')}`,
    );
  expect(waive({})).toEqual(['L07 options.0.text.zh', 'L19 options.1.why.zh']);
  expect(waive({ L07: 'the word is the point' })).toEqual(['L19 options.1.why.zh']);
  expect(waive({ L07: 'the word is the point', L19: 'no' })).toEqual(['L19 options.1.why.zh', 'waiver waive.L19']);
  expect(waive({ L07: 'the word is the point', L08: 'stale', L99: 'none' })).toEqual([
    'L19 options.1.why.zh',
    'waiver waive.L08',
    'waiver waive.L99',
  ]);
});

test('an item that is no item never reaches the rules', () => {
  expect(parseItem('dl-x', { kind: 'single' }).item).toBeNull();
});
