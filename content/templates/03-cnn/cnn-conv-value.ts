/** The value at the lower right of what a 2×2 kernel makes of a 3×3 picture. */
import { defineTemplate } from '#core/question/template.ts';

/** Numbers of the rest of the picture; only the window in the lower right is asked for. */
const REST = { above: [4, 1, 2], left: [0, 3] } as const;

/** A summand with the sign in front of it. */
const plus = (n: number): string => (n < 0 ? `${n}` : `+${n}`);

/** Sum of the products of kernel and window, as a formula without the bias. */
const products = (kernel: readonly number[], window: readonly number[]): string =>
  kernel.map((weight, i) => `${i === 0 ? weight : plus(weight)}\\times${window[i]}`).join('');

const respond = (kernel: readonly number[], window: readonly number[]): number =>
  kernel.reduce((sum, weight, i) => sum + weight * (window[i] ?? 0), 0);

export default defineTemplate({
  kind: 'single',
  section: 'cnn/convolution-layer',
  level: 'apply',
  difficulty: 2,
  verified: '2026-11-29',
  source: { origin: 'original', refs: ['seed 三.2-2'] },
  // Row by row; every kernel has one negative weight.
  params: {
    kernel: [
      [1, -2, 0, 1],
      [2, 1, -1, 0],
      [0, 1, 2, -1],
      [-1, 2, 1, 0],
    ],
    window: [
      [3, 1, 2, 4],
      [1, 2, 4, 3],
      [2, 5, 1, 3],
      [4, 1, 3, 2],
      [5, 2, 3, 1],
    ],
    b: [-3, -2, 2, 3],
  },
  require: ({ kernel, window, b }) => {
    const sums = [kernel, kernel.toReversed(), kernel.map(Math.abs)].map((weights) => respond(weights, window) + b);
    return new Set([...sums, respond(kernel, window)]).size === 4 && !sums.includes(0);
  },
  build: ({ kernel, window, b }) => {
    const turned = kernel.toReversed();
    const positive = kernel.map(Math.abs);
    const [p, q, r, s] = window;
    const rows = [REST.above, [REST.left[0], p, q], [REST.left[1], r, s]];
    const sum = respond(kernel, window);
    const key = sum + b;
    const flipped = respond(turned, window) + b;
    const unsigned = respond(positive, window) + b;
    const shown = rows.map((row) => row.join(' ')).join(' / ');
    const weights = { upper: kernel.slice(0, 2).join(','), lower: kernel.slice(2).join(',') };
    return {
      stem: {
        zh: `3×3 图的三行依次是 ${shown}，2×2 卷积核的上一行是 $(${weights.upper})$、下一行是 $(${weights.lower})$，不翻转，偏置 $b=${b}$，步幅 1，每边填充 0。结果右下角的数（激活之前）是多少？`,
        en: `The rows of a 3×3 picture are ${shown}. A 2×2 kernel with the upper row $(${weights.upper})$ and the lower row $(${weights.lower})$ is not flipped; its bias is $b=${b}$, its stride 1, the padding 0 on each side. What is the number at the lower right of the result, before any activation?`,
      },
      key: {
        value: key,
        why: {
          zh: `右下窗口里是 ${window.join('、')}，逐格相乘相加，再加偏置：$${products(kernel, window)}${plus(b)}=${key}$。`,
          en: `The window at the lower right holds ${window.join(', ')}; multiply cell by cell, add up and add the bias: $${products(kernel, window)}${plus(b)}=${key}$.`,
        },
      },
      distractors: [
        {
          misconception: 'forgot-bias',
          value: sum,
          why: {
            zh: `算到 $${products(kernel, window)}=${sum}$ 就停了，漏加偏置 $b=${b}$。`,
            en: `This stops at $${products(kernel, window)}=${sum}$ and leaves out the bias $b=${b}$.`,
          },
        },
        {
          misconception: 'flipped-kernel',
          value: flipped,
          why: {
            zh: `先把核转了 180°：$${products(turned, window)}${plus(b)}=${flipped}$。`,
            en: `The kernel was turned by 180° first: $${products(turned, window)}${plus(b)}=${flipped}$.`,
          },
        },
        {
          misconception: 'kernel-signs-lost',
          value: unsigned,
          why: {
            zh: `丢了核里的负号：$${products(positive, window)}${plus(b)}=${unsigned}$。`,
            en: `The minus sign in the kernel got lost: $${products(positive, window)}${plus(b)}=${unsigned}$.`,
          },
        },
      ],
      proof: [
        `const x = tf.tensor4d([${rows.flat().join(', ')}], [1, 3, 3, 1]);`,
        `const k = tf.tensor4d([${kernel.join(', ')}], [2, 2, 1, 1]);`,
        `return tf.conv2d(x, k, 1, 'valid').add(${b}).dataSync()[3];`,
      ].join('\n'),
    };
  },
});
