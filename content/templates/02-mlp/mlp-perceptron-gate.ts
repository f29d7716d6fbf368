/** Which logic gate a neuron with two equal weights is. */
import { defineTemplate } from '#core/question/template.ts';

const GATES = [
  { name: 'AND', zh: '与（AND）', sign: 1, need: 2, answers: [0, 0, 0, 1] },
  { name: 'OR', zh: '或（OR）', sign: 1, need: 1, answers: [0, 1, 1, 1] },
  { name: 'NAND', zh: '与非（NAND）', sign: -1, need: 2, answers: [1, 1, 1, 0] },
  { name: 'NOR', zh: '或非（NOR）', sign: -1, need: 1, answers: [1, 0, 0, 0] },
] as const;
const CASES = ['00', '01', '10', '11'] as const;

export default defineTemplate({
  kind: 'single',
  section: 'mlp/perceptron',
  level: 'apply',
  difficulty: 1,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 二.1'] },
  // The threshold of the sum of inputs is need − ½; k scales weights and bias alike.
  params: { gate: [0, 1, 2, 3], k: [1, 2, 3, 4] },
  build: ({ gate, k }) => {
    const right = GATES[gate] ?? GATES[0];
    const w = right.sign * k;
    const b = -right.sign * k * (right.need - 0.5);
    const scores = [0, 1, 1, 2].map((ones) => w * ones + b);
    const named = `$w=(${w},${w})$`;
    return {
      stem: {
        zh: `感知机得分不小于 0 答 1，否则答 0。权重是 ${named}，偏置是 $b=${b}$，输入取 0 或 1。它是哪个逻辑门？`,
        en: `A perceptron says 1 if its score is 0 or more, else 0. Its weights are ${named}, its bias is $b=${b}$, and the inputs are 0 or 1. Which logic gate is it?`,
      },
      key: {
        text: { zh: right.zh, en: right.name },
        why: {
          zh: `00、01、10、11 的得分依次是 ${scores.join('、')}，回答是 ${right.answers.join('、')}。`,
          en: `The scores of 00, 01, 10, 11 are ${scores.join(', ')}, and the answers ${right.answers.join(', ')}.`,
        },
      },
      distractors: GATES.filter((other) => other !== right).map((other) => {
        const at = other.answers.findIndex((answer, i) => answer !== right.answers[i]);
        const sameSign = other.sign === right.sign;
        const sameNeed = other.need === right.need;
        return {
          misconception: sameSign
            ? 'gate-threshold-misread'
            : sameNeed
              ? 'gate-sign-misread'
              : 'gate-sign-and-threshold',
          text: { zh: other.zh, en: other.name },
          why: {
            zh: `看 ${CASES[at]}：得分是 ${scores[at]}，回答 ${right.answers[at]}，而 ${other.name} 应答 ${other.answers[at]}。`,
            en: `Look at ${CASES[at]}: the score is ${scores[at]} and the answer ${right.answers[at]}, where ${other.name} would give ${other.answers[at]}.`,
          },
        };
      }),
    };
  },
});
