/** The weighted sum of one neuron: two whole inputs, one positive and one negative weight in halves, a bias. */
import { defineTemplate } from '#core/question/template.ts';

/** A factor as it stands inside a formula: negatives in brackets. */
const factor = (n: number): string => (n < 0 ? `(${n})` : `${n}`);

/** A summand with the sign in front of it. */
const plus = (n: number): string => (n < 0 ? `${n}` : `+${n}`);

export default defineTemplate({
  kind: 'single',
  section: 'deep-learning/neurons-and-networks',
  level: 'apply',
  difficulty: 1,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 一.3-1'] },
  params: {
    x: [1, 2, 3, 4],
    y: [1, 2, 3, 5],
    up: [1, 2, 3, 4],
    down: [1, 2, 3],
    b: [-2, -1, 1, 2],
  },
  // Relative tolerance says nothing about a sum of 0.
  require: ({ x, y, up, down, b }) => (up * x - down * y) / 2 + b !== 0,
  build: ({ x, y, up, down, b }) => {
    const v = up / 2;
    const w = -down / 2;
    const sum = v * x + w * y;
    const unsigned = v * x - w * y + b;
    const pooled = (v + w) * (x + y) + b;
    const products = `${v}\\times${x}${plus(w)}\\times${y}`;
    return {
      stem: {
        zh: `一个神经元的输入是 $x=(${x},${y})$，权重是 $w=(${v},${w})$，偏置是 $b=${b}$。激活之前的加权和 $z$（含偏置）等于多少？`,
        en: `A neuron has the inputs $x=(${x},${y})$, the weights $w=(${v},${w})$ and the bias $b=${b}$. What is its weighted sum $z$, bias included, before activation?`,
      },
      key: {
        value: sum + b,
        why: {
          zh: `各输入乘以自己的权重，相加后再加偏置：$${products}${plus(b)}=${sum + b}$。`,
          en: `Each input times its own weight, added up, plus the bias: $${products}${plus(b)}=${sum + b}$.`,
        },
      },
      distractors: [
        {
          misconception: 'forgot-bias',
          value: sum,
          why: {
            zh: `算到 $${products}=${sum}$ 就停下了，漏加偏置 $b=${b}$。`,
            en: `This stops at $${products}=${sum}$ and leaves out the bias $b=${b}$.`,
          },
        },
        {
          misconception: 'dropped-weight-sign',
          value: unsigned,
          why: {
            zh: `丢了权重 $${w}$ 的负号，算成了 $${v}\\times${x}+${-w}\\times${y}${plus(b)}=${unsigned}$。`,
            en: `The minus sign of the weight $${w}$ got lost: $${v}\\times${x}+${-w}\\times${y}${plus(b)}=${unsigned}$.`,
          },
        },
        {
          misconception: 'sum-before-weights',
          value: pooled,
          why: {
            zh: `先把输入和权重各自相加再相乘：$${factor(v + w)}\\times${x + y}${plus(b)}=${pooled}$，输入与权重没有一一对应。`,
            en: `Inputs and weights were added up first: $${factor(v + w)}\\times${x + y}${plus(b)}=${pooled}$. Each input needs its own weight.`,
          },
        },
      ],
      proof: `return tf.tensor1d([${x}, ${y}]).dot(tf.tensor1d([${v}, ${w}])).add(${b}).dataSync()[0];`,
    };
  },
});
