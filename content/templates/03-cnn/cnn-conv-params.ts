/** Parameters of a convolution layer, biases counted: (k²·C_in + 1)·C_out. */
import { defineTemplate } from '#core/question/template.ts';

export default defineTemplate({
  kind: 'single',
  section: 'cnn/convolution-layer',
  level: 'apply',
  difficulty: 2,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 三.2-2'] },
  params: { k: [3, 5], i: [2, 3, 4, 6], o: [4, 8, 10, 16], n: [8, 12] },
  build: ({ k, i, o, n }) => {
    const area = k * k;
    const key = (area * i + 1) * o;
    const bare = area * i * o;
    const flat = (area + 1) * o;
    const side = n - k + 1;
    const placed = key * side * side;
    return {
      stem: {
        zh: `输入是 ${n}×${n} 的 ${i} 通道特征图，卷积层用 ${o} 个 ${k}×${k} 的核，步幅 1，每边填充 0，每个核带偏置。这一层有多少个要学的参数？`,
        en: `The input has ${i} channels of ${n}×${n}. A convolution layer uses ${o} kernels of ${k}×${k} with stride 1, padding 0 on each side and a bias for each kernel. How many parameters does it learn?`,
      },
      key: {
        value: key,
        why: {
          zh: `每个核看全部 ${i} 个通道，再加一个偏置：$(${k}^2\\times${i}+1)\\times${o}=${key}$。`,
          en: `Each kernel covers all ${i} channels and has one bias: $(${k}^2\\times${i}+1)\\times${o}=${key}$.`,
        },
      },
      distractors: [
        {
          misconception: 'forgot-bias',
          value: bare,
          why: {
            zh: `只数了权重：$${k}^2\\times${i}\\times${o}=${bare}$，漏了 ${o} 个偏置。`,
            en: `These are the weights alone, $${k}^2\\times${i}\\times${o}=${bare}$, without the ${o} biases.`,
          },
        },
        {
          misconception: 'kernel-ignores-channels',
          value: flat,
          why: {
            zh: `把核当成了单通道：$(${k}^2+1)\\times${o}=${flat}$，漏乘输入通道数 ${i}。`,
            en: `Kernels were taken to be one channel deep, $(${k}^2+1)\\times${o}=${flat}$, without the ${i} input channels.`,
          },
        },
        {
          misconception: 'weights-depend-on-position',
          value: placed,
          why: {
            zh: `又乘上了输出的格数 $${side}^2$，得 ${placed}；各个位置共用同一组权重，不用乘。`,
            en: `This multiplies by the $${side}^2$ output cells and gets ${placed}, but all positions share one set of weights.`,
          },
        },
      ],
      proof: [
        `const layer = tf.layers.conv2d({ filters: ${o}, kernelSize: ${k}, inputShape: [${n}, ${n}, ${i}] });`,
        `layer.apply(tf.zeros([1, ${n}, ${n}, ${i}]));`,
        'const count = layer.countParams();',
        'layer.dispose();',
        'return count;',
      ].join('\n'),
    };
  },
});
