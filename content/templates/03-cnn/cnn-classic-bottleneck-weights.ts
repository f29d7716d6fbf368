/** Weights of a 1 × 1 bottleneck and the 5 × 5 convolution behind it. */
import { defineTemplate } from '#core/question/template.ts';

export default defineTemplate({
  kind: 'single',
  section: 'cnn/classic-networks',
  level: 'apply',
  difficulty: 3,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 三.3'] },
  order: 'sorted',
  params: { from: [64, 100, 128, 192], mid: [8, 10, 16], to: [20, 32, 50] },
  build: ({ from, mid, to }) => {
    const squeeze = from * mid;
    const main = 25 * mid * to;
    const key = squeeze + main;
    const direct = 25 * from * to;
    return {
      stem: {
        zh: `Inception 的一条路先用 1×1 卷积把 ${from} 个通道压到 ${mid} 个，再用 5×5 卷积得到 ${to} 个通道，都不计偏置。这条路一共有多少个权重？`,
        en: `One path of an Inception block squeezes ${from} channels to ${mid} by 1×1 and then makes ${to} channels by 5×5; biases are left aside. How many weights does the path have?`,
      },
      key: {
        value: key,
        why: {
          zh: `$${from}\\times${mid}+5^2\\times${mid}\\times${to}=${squeeze}+${main}=${key}$；直接用 5×5 要 $${direct}$。`,
          en: `$${from}\\times${mid}+5^2\\times${mid}\\times${to}=${squeeze}+${main}=${key}$; 5×5 straight away takes $${direct}$.`,
        },
      },
      distractors: [
        {
          misconception: 'bottleneck-is-free',
          value: main,
          why: {
            zh: `只数了 5×5 的 $${main}$ 个，漏了 1×1 自己的 $${squeeze}$ 个。`,
            en: `Only the $${main}$ of the 5×5 were counted, without the $${squeeze}$ of the 1×1 itself.`,
          },
        },
        {
          misconception: 'bottleneck-ignored',
          value: direct,
          why: {
            zh: `$5^2\\times${from}\\times${to}=${direct}$ 是不压通道、直接用 5×5 的权重。`,
            en: `$5^2\\times${from}\\times${to}=${direct}$ is for 5×5 straight away, with no squeezing.`,
          },
        },
        {
          misconception: 'bottleneck-with-large-kernel',
          value: 25 * squeeze + main,
          why: {
            zh: `压通道那一步也按 5×5 算了：$5^2\\times${from}\\times${mid}=${25 * squeeze}$；它是 1×1。`,
            en: `The squeeze was counted as 5×5 as well, $5^2\\times${from}\\times${mid}=${25 * squeeze}$, but it is 1×1.`,
          },
        },
      ],
      proof: [
        'const conv = (filters, kernelSize, inputShape) =>',
        "  tf.layers.conv2d({ filters, kernelSize, inputShape, useBias: false, padding: 'same' });",
        `const m = tf.sequential({ layers: [conv(${mid}, 1, [7, 7, ${from}]), conv(${to}, 5)] });`,
        'const n = m.countParams();',
        'm.dispose();',
        'return n;',
      ].join('\n'),
    };
  },
});
