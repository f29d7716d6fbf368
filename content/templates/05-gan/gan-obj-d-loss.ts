/** The discriminator's loss on one real and one fake sample, −ln D(x) − ln(1 − D(G(z))), to four places. */
import { discriminatorLoss } from '#core/math/gan.ts';
import { defineTemplate } from '#core/question/template.ts';

export default defineTemplate({
  kind: 'numeric',
  section: 'gan/objectives',
  level: 'apply',
  difficulty: 2,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 五.2-2'] },
  unit: 'none',
  tolerance: { abs: '0.001' },
  places: 4,
  // Answers in tenths; at D(G(z)) = 0.5 the term of the fake and its usual mistake meet.
  params: { r: [6, 7, 8, 9], f: [1, 2, 3, 4] },
  require: ({ r, f }) => r + f !== 10,
  build: ({ r, f }) => {
    const real = r / 10;
    const fake = f / 10;
    const rest = (10 - f) / 10;
    const key = discriminatorLoss(real, fake);
    const first = -Math.log(real);
    const wrong = -Math.log(real) - Math.log(fake);
    return {
      stem: {
        zh: `某判别器对一个真样本输出 $D(x)=${real}$，对一个生成样本输出 $D(G(z))=${fake}$。它的损失 $L_D=-\\ln D(x)-\\ln(1-D(G(z)))$ 等于多少（自然对数，保留 4 位小数）？`,
        en: `A discriminator gives $D(x)=${real}$ for a real sample and $D(G(z))=${fake}$ for a generated one. What is its loss $L_D=-\\ln D(x)-\\ln(1-D(G(z)))$ (natural logarithm, to 4 decimal places)?`,
      },
      key: {
        value: key,
        why: {
          zh: `$-\\ln${real}-\\ln${rest}=${key.toFixed(4)}$，是真假两个样本的交叉熵之和。`,
          en: `$-\\ln${real}-\\ln${rest}=${key.toFixed(4)}$, the sum of the cross-entropies of the real and the generated sample.`,
        },
      },
      distractors: [
        {
          misconception: 'real-term-only',
          value: first,
          why: {
            zh: `只算了真样本那一项 $-\\ln${real}=${first.toFixed(4)}$，漏了假样本。`,
            en: `This is the term of the real sample alone, $-\\ln${real}=${first.toFixed(4)}$; the fake is missing.`,
          },
        },
        {
          misconception: 'log-of-fake-instead-of-complement',
          value: wrong,
          why: {
            zh: `假样本那一项用了 $\\ln${fake}$；应当用 $\\ln(1-${fake})=\\ln${rest}$。`,
            en: `The term of the fake uses $\\ln${fake}$; it should be $\\ln(1-${fake})=\\ln${rest}$.`,
          },
        },
        {
          misconception: 'value-is-error',
          value: -key,
          why: {
            zh: `这是价值函数 $V$，符号反了；损失是它的相反数，不会为负。`,
            en: `This is the value $V$, with the opposite sign; the loss is minus the value and is never negative.`,
          },
        },
      ],
      proof: `return tf.scalar(${real}).log().add(tf.scalar(${rest}).log()).neg().dataSync()[0];`,
    };
  },
});
