/** The slope of the sigmoid from its output, σ(1 − σ); computed in hundredths so that no float noise shows. */
import { defineTemplate } from '#core/question/template.ts';

export default defineTemplate({
  kind: 'single',
  section: 'deep-learning/sigmoid',
  level: 'apply',
  difficulty: 2,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 一.4-3'] },
  // n is σ in hundredths; at 50 two of the mistakes would meet.
  params: { n: [10, 20, 25, 30, 40, 60, 70, 75, 80, 90] },
  build: ({ n }) => {
    const s = n / 100;
    const rest = (100 - n) / 100;
    const key = (n * (100 - n)) / 10_000;
    const plus = (n * (100 + n)) / 10_000;
    const square = (n * n) / 10_000;
    const tanh = (10_000 - n * n) / 10_000;
    return {
      stem: {
        zh: `前向传播时，某神经元用 Sigmoid 输出了 $\\sigma=${s}$。反向传播要用到激活函数在这一点的导数，它等于多少？`,
        en: `In the forward pass a sigmoid neuron gave the output $\\sigma=${s}$. Backpropagation needs the derivative of the activation at this point. How large is it?`,
      },
      key: {
        value: key,
        why: {
          zh: `Sigmoid 的导数是 $\\sigma(1-\\sigma)$，即 $${s}\\times${rest}=${key}$，用前向的输出就能算。`,
          en: `The sigmoid's derivative is $\\sigma(1-\\sigma)$, here $${s}\\times${rest}=${key}$, from the forward output alone.`,
        },
      },
      distractors: [
        {
          misconception: 'sigmoid-slope-with-plus',
          value: plus,
          why: {
            zh: `括号里写成了加号：$\\sigma(1+\\sigma)=${plus}$；导数不会超过 0.25。`,
            en: `The bracket has a plus, $\\sigma(1+\\sigma)=${plus}$, but the derivative stays within 0.25.`,
          },
        },
        {
          misconception: 'tanh-slope-for-sigmoid',
          value: tanh,
          why: {
            zh: `用了 Tanh 的导数公式：$1-${s}^2=1-${square}=${tanh}$。`,
            en: `This is the formula for tanh: $1-${s}^2=1-${square}=${tanh}$.`,
          },
        },
        {
          misconception: 'square-without-complement',
          value: square,
          why: {
            zh: `把输出乘了它自己：$${s}^2=${square}$；另一个因子应当是 $1-\\sigma=${rest}$。`,
            en: `The output was multiplied by itself, $${s}^2=${square}$; the other factor should be $1-\\sigma=${rest}$.`,
          },
        },
      ],
      proof: `const x = tf.scalar(Math.log(${s} / ${rest}));\nreturn tf.grad((v) => tf.sigmoid(v))(x).dataSync()[0];`,
    };
  },
});
