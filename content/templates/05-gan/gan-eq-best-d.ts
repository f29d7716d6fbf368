/** The optimal discriminator at a point, p/(p + q); probabilities in hundredths so that no float noise shows. */
import { defineTemplate } from '#core/question/template.ts';

export default defineTemplate({
  kind: 'single',
  section: 'gan/equilibrium',
  level: 'apply',
  difficulty: 2,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 五.2-3'] },
  places: 4,
  // Real and generated density in hundredths.
  params: [
    { p: 30, q: 10 },
    { p: 10, q: 30 },
    { p: 40, q: 10 },
    { p: 10, q: 40 },
    { p: 30, q: 20 },
    { p: 20, q: 30 },
    { p: 60, q: 20 },
    { p: 20, q: 60 },
    { p: 45, q: 5 },
    { p: 5, q: 45 },
    { p: 60, q: 15 },
    { p: 15, q: 60 },
    { p: 45, q: 15 },
    { p: 15, q: 45 },
    { p: 36, q: 12 },
    { p: 12, q: 48 },
  ],
  build: ({ p, q }) => {
    const real = p / 100;
    const fake = q / 100;
    const both = (p + q) / 100;
    const key = p / (p + q);
    const swapped = q / (p + q);
    const ratio = p / q;
    return {
      stem: {
        zh: `生成器固定。某种样本 $x$ 在真实数据里的概率是 $p_{\\text{data}}(x)=${real}$，在生成数据里的概率是 $p_g(x)=${fake}$。使价值函数最大的判别器在 $x$ 处输出多少？`,
        en: `The generator is fixed. Samples of kind $x$ have the probability $p_{\\text{data}}(x)=${real}$ among real data and $p_g(x)=${fake}$ among generated data. What does the discriminator that maximises the value function put out at $x$?`,
      },
      key: {
        value: key,
        why: {
          zh: `最优的回答是真样本在 $x$ 处所占的比例：$\\frac{${real}}{${real}+${fake}}=\\frac{${real}}{${both}}=${key}$。`,
          en: `The best answer is the share of real samples at $x$: $\\frac{${real}}{${real}+${fake}}=\\frac{${real}}{${both}}=${key}$.`,
        },
      },
      distractors: [
        {
          misconception: 'discriminator-output-is-fake-probability',
          value: swapped,
          why: {
            zh: `算成了假样本所占的比例，$\\frac{${fake}}{${both}}=${swapped}$；判别器输出的是为真的概率。`,
            en: `This is the share of fakes, $\\frac{${fake}}{${both}}=${swapped}$; the discriminator puts out the probability of real.`,
          },
        },
        {
          misconception: 'ratio-for-best-discriminator',
          value: ratio,
          why: {
            zh: `用了两者之比 $${real}/${fake}$；分母应当把真假两份都算上，得 $${both}$。`,
            en: `This is the ratio $${real}/${fake}$; the denominator should count real and fake together, $${both}$.`,
          },
        },
        {
          misconception: 'balance-assumed',
          value: 0.5,
          why: {
            zh: `0.5 是两个概率相等时的输出；这里 $${real}$ 与 $${fake}$ 不等，还没有平衡。`,
            en: `0.5 is the output for equal probabilities; here $${real}$ and $${fake}$ differ, so there is no balance yet.`,
          },
        },
      ],
      proof: [
        'let a = tf.scalar(0);',
        `const value = (v) => v.sigmoid().log().mul(${real}).add(tf.sub(1, v.sigmoid()).log().mul(${fake}));`,
        `for (let i = 0; i < 400; i++) a = a.add(tf.grad(value)(a).mul(${4 / both}));`,
        'return a.sigmoid().dataSync()[0];',
      ].join('\n'),
    };
  },
});
