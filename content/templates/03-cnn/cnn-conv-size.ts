/** Side of a convolution's output: ⌊(n + 2P − k) / S⌋ + 1, with padding P on each side. */
import { defineTemplate } from '#core/question/template.ts';

export default defineTemplate({
  kind: 'single',
  section: 'cnn/convolution-layer',
  level: 'apply',
  difficulty: 2,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 三.2-2'] },
  params: { n: [12, 16, 20, 28, 32, 64], k: [3, 5, 7], p: [1, 2, 3], s: [1, 2, 3] },
  require: ({ k, p }) => p <= Math.floor(k / 2),
  build: ({ n, k, p, s }) => {
    const span = n + 2 * p - k;
    const key = Math.floor(span / s) + 1;
    const once = Math.floor((n + p - k) / s) + 1;
    const noOne = Math.floor(span / s);
    const bare = Math.floor((n - k) / s) + 1;
    const up = Math.ceil(span / s) + 1;
    const last =
      up === key
        ? {
            misconception: 'forgot-padding',
            value: bare,
            why: {
              zh: `漏了填充：$\\lfloor(${n}-${k})/${s}\\rfloor+1=${bare}$。`,
              en: `The padding is missing: $\\lfloor(${n}-${k})/${s}\\rfloor+1=${bare}$.`,
            },
          }
        : {
            misconception: 'rounded-up',
            value: up,
            why: {
              zh: `除不尽时向上取了整：$\\lceil${span}/${s}\\rceil+1=${up}$；放不下的一步不算。`,
              en: `The quotient was rounded up: $\\lceil${span}/${s}\\rceil+1=${up}$; a step that does not fit does not count.`,
            },
          };
    return {
      stem: {
        zh: `边长 ${n} 的方图做 ${k}×${k} 卷积，步幅 ${s}，每边填充 ${p}。输出的边长是多少？`,
        en: `A square picture of side ${n} is convolved with ${k}×${k} kernels, stride ${s} and padding ${p} on each side. What is the side of the output?`,
      },
      key: {
        value: key,
        why: {
          zh: `两边各补 ${p}，再向下取整：$\\lfloor(${n}+2\\times${p}-${k})/${s}\\rfloor+1=${key}$。`,
          en: `Padding ${p} on both sides and rounding down: $\\lfloor(${n}+2\\times${p}-${k})/${s}\\rfloor+1=${key}$.`,
        },
      },
      distractors: [
        {
          misconception: 'padded-one-side',
          value: once,
          why: {
            zh: `填充只算了一边：$\\lfloor(${n}+${p}-${k})/${s}\\rfloor+1=${once}$。`,
            en: `Padding was counted on one side only: $\\lfloor(${n}+${p}-${k})/${s}\\rfloor+1=${once}$.`,
          },
        },
        {
          misconception: 'forgot-first-stop',
          value: noOne,
          why: {
            zh: `只数了挪动的次数，漏了起点那一停：$\\lfloor${span}/${s}\\rfloor=${noOne}$。`,
            en: `Only the moves were counted, not the first stop: $\\lfloor${span}/${s}\\rfloor=${noOne}$.`,
          },
        },
        last,
      ],
      proof: `return tf.conv2d(tf.zeros([1, ${n}, ${n}, 1]), tf.zeros([${k}, ${k}, 1, 1]), ${s}, ${p}).shape[1];`,
    };
  },
});
