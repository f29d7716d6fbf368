/** One step of gradient descent on a model of one weight; computed in tenths so that no float noise shows. */
import { defineTemplate } from '#core/question/template.ts';

/** A factor as it stands inside a formula: negatives in brackets. */
const factor = (n: number): string => (n < 0 ? `(${n})` : `${n}`);

export default defineTemplate({
  kind: 'single',
  section: 'deep-learning/frameworks',
  level: 'apply',
  difficulty: 2,
  verified: '2026-11-29',
  source: { origin: 'original', refs: ['seed 一.2-1'] },
  params: { w: [-1, 1, 2, 3], x: [2, 3, 4], t: [-2, 1, 5, 7] },
  require: ({ w, x, t }) => w * x !== t,
  build: ({ w, x, t }) => {
    const y = w * x;
    const error = y - t;
    const gradient = error * x;
    const key = (10 * w - gradient) / 10;
    const up = (10 * w + gradient) / 10;
    const bare = (10 * w - error) / 10;
    const leap = w - gradient;
    return {
      stem: {
        zh: `模型只有一个权重：$y=wx$，损失 $L=\\frac12(y-t)^2$。现在 $w=${w}$，样本是 $x=${x}$、$t=${t}$，学习率 $\\eta=0.1$。做一步梯度下降之后，$w$ 是多少？`,
        en: `A model $y=wx$ has a single weight, and its loss is $L=\\frac12(y-t)^2$. Now $w=${w}$, the sample is $x=${x}$, $t=${t}$, and the learning rate is $\\eta=0.1$. What is $w$ after one step of gradient descent?`,
      },
      key: {
        value: key,
        why: {
          zh: `$y=${y}$，误差 $y-t=${error}$，梯度 $(y-t)x=${gradient}$；$w\\leftarrow${w}-0.1\\times${factor(gradient)}=${key}$。`,
          en: `With $y=${y}$ the error is $y-t=${error}$ and the gradient $(y-t)x=${gradient}$, so $w\\leftarrow${w}-0.1\\times${factor(gradient)}=${key}$.`,
        },
      },
      distractors: [
        {
          misconception: 'gradient-ascent',
          value: up,
          why: {
            zh: `减号写成了加号：$${w}+0.1\\times${factor(gradient)}=${up}$，那是沿损失上升的方向走。`,
            en: `A plus in place of the minus, $${w}+0.1\\times${factor(gradient)}=${up}$, climbs the loss instead of descending.`,
          },
        },
        {
          misconception: 'gradient-without-input',
          value: bare,
          why: {
            zh: `梯度漏乘了输入：$${w}-0.1\\times${factor(error)}=${bare}$；$y$ 对 $w$ 的导数是 $x=${x}$。`,
            en: `The gradient lacks the input, $${w}-0.1\\times${factor(error)}=${bare}$; the derivative of $y$ by $w$ is $x=${x}$.`,
          },
        },
        {
          misconception: 'step-without-learning-rate',
          value: leap,
          why: {
            zh: `漏乘了学习率：$${w}-${factor(gradient)}=${leap}$，一步迈得过大。`,
            en: `The learning rate was left out: $${w}-${factor(gradient)}=${leap}$, far too long a step.`,
          },
        },
      ],
      proof: [
        `const loss = (w) => w.mul(${x}).sub(${t}).square().div(2);`,
        `const w = tf.scalar(${w});`,
        'return w.sub(tf.grad(loss)(w).mul(0.1)).dataSync()[0];',
      ].join('\n'),
    };
  },
});
