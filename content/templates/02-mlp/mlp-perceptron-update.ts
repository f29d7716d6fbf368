/** One look of a perceptron at a sample it gets wrong: the weight of the first input afterwards. */
import { defineTemplate } from '#core/question/template.ts';

/** A summand with the sign in front of it. */
const plus = (n: number): string => (n < 0 ? `${n}` : `+${n}`);

export default defineTemplate({
  kind: 'single',
  section: 'mlp/perceptron',
  level: 'apply',
  difficulty: 2,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 二.1'] },
  params: { v: [-2, -1, 1, 2], w: [-2, -1, 1], b: [-1, 0, 1], x: [2, 3], y: [1, 2] },
  build: ({ v, w, b, x, y }) => {
    const score = v * x + w * y + b;
    const said = score >= 0 ? 1 : 0;
    const right = 1 - said;
    const error = right - said;
    const key = v + error * x;
    const sum = `${v}\\times${x}${plus(w)}\\times${y}${plus(b)}=${score}`;
    return {
      stem: {
        zh: `一个感知机现有 $w=(${v},${w})$、$b=${b}$，学习率是 1，得分不小于 0 答 1，否则答 0。看过样本 $x=(${x},${y})$（正确答案 ${right}）并按感知机规则改动之后，第一个权重是多少？`,
        en: `The weights of a perceptron are $w=(${v},${w})$, its bias is $b=${b}$, its learning rate 1; it says 1 if its score is 0 or more, else 0. It sees the sample $x=(${x},${y})$, whose right answer is ${right}, and follows the perceptron rule. What is its first weight afterwards?`,
      },
      key: {
        value: key,
        why: {
          zh: `得分 $${sum}$，答 ${said}，错了；$y-\\hat y=${error}$，第一个权重变成 $${v}${plus(error)}\\times${x}=${key}$。`,
          en: `The score is $${sum}$ and the answer ${said} is wrong. With $y-\\hat y=${error}$ the first weight becomes $${v}${plus(error)}\\times${x}=${key}$.`,
        },
      },
      distractors: [
        {
          misconception: 'perceptron-update-reversed',
          value: v - error * x,
          why: {
            zh: `用成了 $\\hat y-y=${-error}$，方向反了，再看这个样本会错得更远。`,
            en: `This takes $\\hat y-y=${-error}$, the wrong way round; the sample would be missed by more than before.`,
          },
        },
        {
          misconception: 'perceptron-update-skipped',
          value: v,
          why: {
            zh: `权重没有动，那是答对时才有的；这里答了 ${said}，应答 ${right}。`,
            en: `The weight stayed, as it does after a right answer; here ${said} was said and ${right} was due.`,
          },
        },
        {
          misconception: 'perceptron-update-without-input',
          value: v + error,
          why: {
            zh: `只加了 $y-\\hat y=${error}$，漏乘输入 ${x}；只有偏置才这样改。`,
            en: `Only $y-\\hat y=${error}$ was added, without the input ${x}; that is how the bias changes.`,
          },
        },
      ],
      proof: [
        `const w = [${v}, ${w}], x = [${x}, ${y}];`,
        `const said = tf.tensor1d(w).dot(tf.tensor1d(x)).add(${b}).dataSync()[0] >= 0 ? 1 : 0;`,
        `return w[0] + (${right} - said) * x[0];`,
      ].join('\n'),
    };
  },
});
