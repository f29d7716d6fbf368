/** The new cell state of an LSTM unit from given gates, F·C + I·candidate; in hundredths, so that no float noise shows. */
import { defineTemplate } from '#core/question/template.ts';

/** A factor as it stands inside a formula: negatives in brackets. */
const factor = (n: number): string => (n < 0 ? `(${n})` : `${n}`);

export default defineTemplate({
  kind: 'numeric',
  section: 'rnn/lstm-step-by-step',
  level: 'apply',
  difficulty: 2,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 四.4-3'] },
  unit: 'none',
  tolerance: 'exact',
  // f, i and g are tenths.
  params: { before: [1, 2, 3, -2], f: [5, 8, 9], i: [2, 4, 6], g: [5, -5, -8] },
  build: ({ before, f, i, g }) => {
    const [forget, input, candidate] = [f / 10, i / 10, g / 10];
    const key = (f * before * 10 + i * g) / 100;
    const swapped = (i * before * 10 + f * g) / 100;
    const kept = (f * before) / 10;
    const written = (i * g) / 100;
    const ungated = (f * before + g) / 10;
    return {
      stem: {
        zh: `LSTM 的一个单元：旧的细胞状态是 $C_{t-1}=${before}$，遗忘门 $F_t=${forget}$，输入门 $I_t=${input}$，候选 $\\tilde C_t=${candidate}$。新的细胞状态 $C_t$ 等于多少？`,
        en: `A unit of an LSTM has the old cell state $C_{t-1}=${before}$, forget gate $F_t=${forget}$, input gate $I_t=${input}$ and candidate $\\tilde C_t=${candidate}$. What is the new cell state $C_t$?`,
      },
      key: {
        value: key,
        why: {
          zh: `旧的留下 $${forget}\\times${factor(before)}=${kept}$，新的写入 $${input}\\times${factor(candidate)}=${written}$，相加得 $${key}$。`,
          en: `What stays is $${forget}\\times${factor(before)}=${kept}$, what is written is $${input}\\times${factor(candidate)}=${written}$, and together that is $${key}$.`,
        },
      },
      distractors: [
        {
          misconception: 'forget-and-input-gate-swapped',
          value: swapped,
          why: {
            zh: `两个门用反了，算成 $${input}\\times${factor(before)}+${forget}\\times${factor(candidate)}=${swapped}$。`,
            en: `The two gates were swapped: $${input}\\times${factor(before)}+${forget}\\times${factor(candidate)}=${swapped}$.`,
          },
        },
        {
          misconception: 'old-cell-left-out',
          value: written,
          why: {
            zh: `只算了写入的 $${written}$，漏了旧记忆留下的 $${kept}$。`,
            en: `This is what is written, $${written}$, without the $${kept}$ that stays of the old memory.`,
          },
        },
        {
          misconception: 'candidate-not-gated',
          value: ungated,
          why: {
            zh: `候选没有乘输入门就加了进去：$${kept}$ 与 $${candidate}$ 相加得 $${ungated}$。`,
            en: `The candidate was added without its input gate: $${kept}$ and $${candidate}$ make $${ungated}$.`,
          },
        },
      ],
      proof: `return tf.scalar(${before}).mul(${forget}).add(tf.scalar(${candidate}).mul(${input})).dataSync()[0];`,
    };
  },
});
