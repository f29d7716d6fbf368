/** Parameters of a fully connected network with one or two hidden layers, biases counted: Σ (n_in + 1)·n_out. */
import { defineTemplate } from '#core/question/template.ts';

/** Each layer's pair of widths, from input to output. */
function pairs(widths: readonly number[]): { from: number; to: number }[] {
  return widths.slice(1).map((to, i) => ({ from: widths[i] ?? 0, to }));
}

const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

export default defineTemplate({
  kind: 'single',
  section: 'deep-learning/network-anatomy',
  level: 'apply',
  difficulty: 2,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 一.3-2'] },
  // deep is the width of a second hidden layer, 0 for none; with d = q two of the counts would meet.
  params: { d: [2, 4, 6, 10, 20, 64], h: [3, 5, 8, 16], deep: [0, 4, 6], q: [2, 3, 5, 8] },
  require: ({ d, q }) => d !== q,
  build: ({ d, h, deep, q }) => {
    const widths = deep === 0 ? [d, h, q] : [d, h, deep, q];
    const layers = pairs(widths);
    const name = widths.join('-');
    const key = total(layers.map(({ from, to }) => (from + 1) * to));
    const weights = total(layers.map(({ from, to }) => from * to));
    const perInput = total(layers.map(({ from, to }) => from * (to + 1)));
    const product = widths.reduce((a, b) => a * b, 1);
    const counted = layers.map(({ from, to }) => `(${from}+1)\\times${to}`).join('+');
    const bare = layers.map(({ from, to }) => `${from}\\times${to}`).join('+');
    const swapped = layers.map(({ from, to }) => `${from}\\times(${to}+1)`).join('+');
    const dense = layers.map(({ from, to }, i) =>
      i === 0 ? `tf.layers.dense({ units: ${to}, inputShape: [${from}] })` : `tf.layers.dense({ units: ${to} })`,
    );
    return {
      stem: {
        zh: `一个全连接网络从输入层到输出层的宽度是 ${name}，每个做计算的神经元都带偏置。可训练参数共有多少个？`,
        en: `The widths of a fully connected network are ${name} from input to output, and each computing neuron has a bias. How many trainable parameters does it have?`,
      },
      key: {
        value: key,
        why: {
          zh: `每层有 $(n_{in}+1)n_{out}$ 个，逐层相加：$${counted}=${key}$。`,
          en: `Each layer holds $(n_{in}+1)n_{out}$, and the layers add up: $${counted}=${key}$.`,
        },
      },
      distractors: [
        {
          misconception: 'forgot-bias',
          value: weights,
          why: {
            zh: `只数了权重：$${bare}=${weights}$，漏掉了每个神经元的偏置。`,
            en: `These are the weights alone, $${bare}=${weights}$, without the bias of each neuron.`,
          },
        },
        {
          misconception: 'bias-per-input',
          value: perInput,
          why: {
            zh: `把偏置配给了每层的输入：$${swapped}=${perInput}$；偏置属于做计算的神经元。`,
            en: `Here each input of a layer got the bias, $${swapped}=${perInput}$; biases belong to the computing neurons.`,
          },
        },
        {
          misconception: 'multiplied-all-widths',
          value: product,
          why: {
            zh: `把各层宽度连乘：$${widths.join('\\times')}=${product}$；各层的参数应当相加。`,
            en: `All widths were multiplied, $${widths.join('\\times')}=${product}$; the layers' parameters are to be added.`,
          },
        },
      ],
      proof: [
        'const m = tf.sequential({ layers: [',
        ...dense.map((layer) => `  ${layer},`),
        '] });',
        'const n = m.countParams();',
        'm.dispose();',
        'return n;',
      ].join('\n'),
    };
  },
});
