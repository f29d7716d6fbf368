/** Side of the receptive field of m stacked k×k convolutions with stride 1: m(k − 1) + 1. */
import { defineTemplate } from '#core/question/template.ts';

export default defineTemplate({
  kind: 'single',
  section: 'cnn/convolution-layer',
  level: 'apply',
  difficulty: 3,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 三.2-2'] },
  params: { m: [2, 3, 4, 5, 6, 7], k: [3, 5] },
  build: ({ m, k }) => {
    const key = m * (k - 1) + 1;
    const tiled = m * k;
    const noOne = m * (k - 1);
    const single = k;
    return {
      stem: {
        zh: `连续叠 ${m} 层 ${k}×${k} 卷积，步幅都是 1，不用池化，也不用空洞卷积。最后一层的一个值，在原图上看到的方形区域边长是多少？`,
        en: `${m} layers of ${k}×${k} convolution are stacked, all with stride 1, without pooling or dilation. How long is the side of the square of the picture that one value of the last layer sees?`,
      },
      key: {
        value: key,
        why: {
          zh: `第一层看 ${k} 格，以后每层两边合起来多看 $${k}-1$ 格：$${m}\\times(${k}-1)+1=${key}$。`,
          en: `The first layer sees ${k} cells, each further one $${k}-1$ more on both sides together: $${m}\\times(${k}-1)+1=${key}$.`,
        },
      },
      distractors: [
        {
          misconception: 'receptive-fields-tiled',
          value: tiled,
          why: {
            zh: `把各层的核首尾相接：$${m}\\times${k}=${tiled}$；相邻的窗口大部分是重叠的。`,
            en: `The kernels were laid end to end, $${m}\\times${k}=${tiled}$, but neighbouring windows mostly overlap.`,
          },
        },
        {
          misconception: 'receptive-field-without-centre',
          value: noOne,
          why: {
            zh: `只数了向外多看的格子，$${m}\\times(${k}-1)=${noOne}$，漏了中间那一格。`,
            en: `Only the cells further out were counted, $${m}\\times(${k}-1)=${noOne}$, and the middle one was left out.`,
          },
        },
        {
          misconception: 'receptive-field-of-one-layer',
          value: single,
          why: {
            zh: `${single} 是一层卷积看到的边长；后面的层看的是前一层的结果，范围会越来越大。`,
            en: `${single} is what one layer sees; later layers look at the results of earlier ones, so the range grows.`,
          },
        },
      ],
      proof: [
        `const w = tf.ones([${k}, ${k}, 1, 1]);`,
        `const last = (x) => { for (let i = 0; i < ${m}; i++) x = tf.conv2d(x, w, 1, 'same'); return x; };`,
        `const n = ${2 * key + 1};`,
        'const g = tf.grad((x) => last(x).slice([0, (n - 1) / 2, (n - 1) / 2, 0], [1, 1, 1, 1]).sum())(tf.ones([1, n, n, 1]));',
        'return g.reshape([n, n]).max(0).greater(0).sum().dataSync()[0];',
      ].join('\n'),
    };
  },
});
