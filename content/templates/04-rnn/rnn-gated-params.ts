/** Parameters of a recurrent layer with one bias vector for each set of weights: g·h·(d + h + 1), g = 1, 3, 4. */
import { defineTemplate } from '#core/question/template.ts';

export default defineTemplate({
  kind: 'single',
  section: 'rnn/lstm',
  level: 'apply',
  difficulty: 2,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 四.4-1'] },
  params: { cell: ['GRU', 'LSTM'], d: [4, 8, 10, 16, 32], h: [5, 8, 12, 20] },
  build: ({ cell, d, h }) => {
    const gates = cell === 'LSTM' ? 3 : 2;
    const sets = gates + 1;
    const one = h * (d + h + 1);
    const key = sets * one;
    const gatesOnly = gates * one;
    const noRecurrence = sets * h * (d + 1);
    const noBias = sets * h * (d + h);
    const names = cell === 'LSTM' ? { zh: '三个门', en: 'three gates' } : { zh: '两个门', en: 'two gates' };
    return {
      stem: {
        zh: `一个 ${cell} 层，每步读入 ${d} 个数，隐状态宽 ${h}。每个门、每个候选各配一个偏置向量。这一层共有多少个可训练参数？`,
        en: `A layer of type ${cell} reads ${d} numbers a step and has a hidden state of width ${h}. Each gate and each candidate has one bias vector. How many trainable parameters does the layer have?`,
      },
      key: {
        value: key,
        why: {
          zh: `一套权重有 $${h}\\times(${d}+${h}+1)=${one}$ 个；${names.zh}加一个候选共 ${sets} 套，即 $${sets}\\times${one}=${key}$。`,
          en: `One set is $${h}\\times(${d}+${h}+1)=${one}$; ${names.en} and a candidate make ${sets} sets, $${sets}\\times${one}=${key}$.`,
        },
      },
      distractors: [
        {
          misconception: 'candidate-not-counted',
          value: gatesOnly,
          why: {
            zh: `只数了${names.zh}：$${gates}\\times${one}=${gatesOnly}$；候选也有一整套权重。`,
            en: `Only the ${names.en} were counted, $${gates}\\times${one}=${gatesOnly}$; the candidate has a full set as well.`,
          },
        },
        {
          misconception: 'forgot-recurrent-weights',
          value: noRecurrence,
          why: {
            zh: `漏了从旧状态来的权重，把每套算成 $${h}\\times(${d}+1)$，合计 $${noRecurrence}$。`,
            en: `The weights from the old state are missing: sets of $${h}\\times(${d}+1)$ come to $${noRecurrence}$.`,
          },
        },
        {
          misconception: 'forgot-bias',
          value: noBias,
          why: {
            zh: `漏了偏置，把每套算成 $${h}\\times(${d}+${h})$，合计 $${noBias}$。`,
            en: `The biases are missing: sets of $${h}\\times(${d}+${h})$ come to $${noBias}$.`,
          },
        },
      ],
      proof: [
        `const layer = tf.layers.${cell === 'LSTM' ? 'lstm' : 'gru'}({ units: ${h}, recurrentInitializer: 'zeros' });`,
        `layer.apply(tf.zeros([1, 3, ${d}]));`,
        'const n = layer.countParams();',
        'layer.dispose();',
        'return n;',
      ].join('\n'),
    };
  },
});
