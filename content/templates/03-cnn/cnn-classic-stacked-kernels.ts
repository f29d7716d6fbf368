/** Weights of stacked 3 × 3 convolutions that see as far as one larger kernel. */
import { defineTemplate } from '#core/question/template.ts';

export default defineTemplate({
  kind: 'single',
  section: 'cnn/classic-networks',
  level: 'apply',
  difficulty: 2,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 三.3'] },
  order: 'sorted',
  params: { layers: [2, 3], c: [4, 8, 10, 16, 20, 32, 64] },
  build: ({ layers, c }) => {
    const side = 2 * layers + 1;
    const key = layers * 9 * c * c;
    const large = side * side * c * c;
    return {
      stem: {
        zh: `像 VGG 那样，用 ${layers} 层 3×3 卷积代替一层 ${side}×${side} 卷积，各层都是 ${c} 个通道进、${c} 个通道出，不计偏置。这 ${layers} 层一共有多少个权重？`,
        en: `As in VGG, ${layers} convolutions of 3×3 replace one of ${side}×${side}. Each has ${c} channels in and ${c} out, and biases are left aside. How many weights do the ${layers} of them have together?`,
      },
      key: {
        value: key,
        why: {
          zh: `每层 $3^2\\times${c}\\times${c}=${9 * c * c}$，${layers} 层共 $${key}$；一层 ${side}×${side} 要 $${large}$。`,
          en: `Each has $3^2\\times${c}\\times${c}=${9 * c * c}$, so ${layers} have $${key}$; one of ${side}×${side} takes $${large}$.`,
        },
      },
      distractors: [
        {
          misconception: 'stack-equals-large-kernel',
          value: large,
          why: {
            zh: `$${side}^2\\times${c}\\times${c}=${large}$ 是被代替的大核的权重；看得同样远，不等于权重一样多。`,
            en: `$${side}^2\\times${c}\\times${c}=${large}$ belongs to the large kernel replaced; seeing as far is not having as many weights.`,
          },
        },
        {
          misconception: 'stack-counts-one-layer',
          value: 9 * c * c,
          why: {
            zh: `$3^2\\times${c}\\times${c}=${9 * c * c}$ 只是一层的，各层的权重并不共用。`,
            en: `$3^2\\times${c}\\times${c}=${9 * c * c}$ is for a single layer, and layers do not share their weights.`,
          },
        },
        {
          misconception: 'kernel-without-input-channels',
          value: layers * 9 * c,
          why: {
            zh: `漏了输入通道：每个核要跨过 ${c} 个输入通道，还要再乘 ${c}。`,
            en: `The input channels are missing: each kernel spans ${c} of them, one more factor of ${c}.`,
          },
        },
      ],
      proof: [
        `const layer = () => tf.layers.conv2d({ filters: ${c}, kernelSize: 3, useBias: false });`,
        'const m = tf.sequential();',
        `m.add(tf.layers.conv2d({ filters: ${c}, kernelSize: 3, useBias: false, inputShape: [16, 16, ${c}] }));`,
        `for (let i = 1; i < ${layers}; i++) m.add(layer());`,
        'const n = m.countParams();',
        'm.dispose();',
        'return n;',
      ].join('\n'),
    };
  },
});
