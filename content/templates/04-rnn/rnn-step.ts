/** One step of a one-unit recurrent network: tanh(w_x·x + w_h·h + b), to four places. */
import { defineTemplate } from '#core/question/template.ts';

/** A factor as it stands inside a formula: negatives in brackets. */
const factor = (n: number): string => (n < 0 ? `(${n})` : `${n}`);

/** A summand with the sign in front of it. */
const plus = (n: number): string => (n < 0 ? `${n}` : `+${n}`);

/** Tenths as they are read: 0.1 + 0.2 is 0.3. */
const clean = (n: number): number => Math.round(n * 1000) / 1000;

export default defineTemplate({
  kind: 'numeric',
  section: 'rnn/structure',
  level: 'apply',
  difficulty: 2,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 四.2'] },
  unit: 'none',
  tolerance: { abs: '0.001' },
  places: 4,
  params: { x: [1, 2, -1], before: [0.5, -0.5, 0.2], wx: [0.5, 0.3], wh: [0.4, 0.8], b: [0.1, -0.2] },
  // A sum of 0 would make two of the answers meet.
  require: ({ x, before, wx, wh, b }) => clean(wx * x + wh * before + b) !== 0,
  build: ({ x, before, wx, wh, b }) => {
    const sum = clean(wx * x + wh * before + b);
    const alone = clean(wx * x + b);
    const swapped = clean(wh * x + wx * before + b);
    const products = `${wx}\\times${factor(x)}+${wh}\\times${factor(before)}${plus(b)}`;
    return {
      stem: {
        zh: `一个循环单元按 $h_t=\\tanh(w_xx_t+w_hh_{t-1}+b)$ 更新，$w_x=${wx}$，$w_h=${wh}$，$b=${b}$。上一步的状态是 $h_{t-1}=${before}$，这一步的输入是 $x_t=${x}$。$h_t$ 等于多少（保留 4 位小数）？`,
        en: `A recurrent unit follows $h_t=\\tanh(w_xx_t+w_hh_{t-1}+b)$ with $w_x=${wx}$, $w_h=${wh}$, $b=${b}$. The last state is $h_{t-1}=${before}$ and the present input $x_t=${x}$. What is $h_t$, to 4 decimal places?`,
      },
      key: {
        value: Math.tanh(sum),
        why: {
          zh: `加权和是 $${products}=${sum}$，再取 $\\tanh(${sum})=${Math.tanh(sum).toFixed(4)}$。`,
          en: `The weighted sum is $${products}=${sum}$, and $\\tanh(${sum})=${Math.tanh(sum).toFixed(4)}$.`,
        },
      },
      distractors: [
        {
          misconception: 'forgot-previous-state',
          value: Math.tanh(alone),
          why: {
            zh: `漏了上一步的状态，算成 $\\tanh(${alone})$；还应当加上 $${wh}\\times${factor(before)}$。`,
            en: `The last state was left out, which gives $\\tanh(${alone})$; the term $${wh}\\times${factor(before)}$ is missing.`,
          },
        },
        {
          misconception: 'forgot-tanh',
          value: sum,
          why: {
            zh: `停在加权和 $${sum}$，忘了最后还要过一次 tanh。`,
            en: `This stops at the weighted sum $${sum}$ and forgets that tanh comes last.`,
          },
        },
        {
          misconception: 'recurrent-and-input-weight-swapped',
          value: Math.tanh(swapped),
          why: {
            zh: `两个权重用反了：$w_x$ 乘输入，$w_h$ 乘旧状态，不是 $\\tanh(${swapped})$。`,
            en: `The weights were swapped: $w_x$ goes with the input and $w_h$ with the old state, not $\\tanh(${swapped})$.`,
          },
        },
      ],
      proof: `const sum = tf.tensor1d([${wx}, ${wh}]).dot(tf.tensor1d([${x}, ${before}])).add(${b});\nreturn sum.tanh().dataSync()[0];`,
    };
  },
});
