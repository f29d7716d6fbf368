/** Iterations in some epochs: the last, smaller batch of each epoch counts. */
import { defineTemplate } from '#core/question/template.ts';

export default defineTemplate({
  kind: 'single',
  section: 'mlp/backpropagation',
  level: 'apply',
  difficulty: 2,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 二.3'] },
  order: 'sorted',
  params: { n: [1000, 1500, 5000, 10000, 60000], batch: [32, 64, 128], epochs: [2, 3, 5] },
  require: ({ n, batch }) => n % batch !== 0,
  build: ({ n, batch, epochs }) => {
    const full = Math.floor(n / batch);
    const steps = full + 1;
    const key = steps * epochs;
    const rest = n - full * batch;
    return {
      stem: {
        zh: `训练集有 ${n} 个样本，每批 ${batch} 个，不满一批的余下样本也单独算一批。训练 ${epochs} 轮，参数一共更新多少次？`,
        en: `A training set has ${n} samples, taken in batches of ${batch}; what is left over makes a batch of its own. How many updates do ${epochs} epochs bring?`,
      },
      key: {
        value: key,
        why: {
          zh: `每轮 ${full} 个整批，加上余下的 ${rest} 个样本，共 ${steps} 次更新；${epochs} 轮共 $${steps}\\times${epochs}=${key}$ 次。`,
          en: `An epoch has ${full} full batches and ${rest} samples left over, ${steps} updates in all; ${epochs} epochs make $${steps}\\times${epochs}=${key}$.`,
        },
      },
      distractors: [
        {
          misconception: 'dropped-last-batch',
          value: full * epochs,
          why: {
            zh: `每轮只数了 ${full} 个整批，丢掉了余下的 ${rest} 个样本。`,
            en: `Only the ${full} full batches of each epoch were counted, without the ${rest} samples left over.`,
          },
        },
        {
          misconception: 'one-epoch-only',
          value: steps,
          why: {
            zh: `${steps} 是一轮的次数，训练的是 ${epochs} 轮。`,
            en: `One epoch has ${steps} updates, and there are ${epochs} epochs.`,
          },
        },
        {
          misconception: 'iteration-is-epoch',
          value: epochs,
          why: {
            zh: `把一轮当成了一次更新；一轮要把各批都用过，更新 ${steps} 次。`,
            en: `An epoch was taken for one update; an epoch goes through the batches with ${steps} updates.`,
          },
        },
      ],
      proof: `return tf.range(0, ${n}, ${batch}).size * ${epochs};`,
    };
  },
});
