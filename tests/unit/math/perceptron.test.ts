import { describe, expect, it } from 'vitest';
import { correct, GATES, perceptronScore, runPerceptron, step, truthTable } from '../../../src/core/math/perceptron.ts';

describe('the perceptron', () => {
  it.each([
    ['and', [1, 1], -1.5],
    ['or', [1, 1], -0.5],
    ['nand', [-1, -1], 1.5],
  ] as const)('the weights of the text make the gate %s', (gate, w, b) => {
    for (const { x, y } of truthTable(GATES[gate])) expect(step(perceptronScore({ w, b }, x))).toBe(y);
  });

  it('leaves a right answer alone, and a correction moves the score by η(y − ŷ)(|x|² + 1)', () => {
    const state = { w: [0.5, -2], b: 0.25 };
    for (const x of [
      [1, 1],
      [3, -2],
      [0, 0],
    ]) {
      const score = perceptronScore(state, x);
      expect(correct(state, { x, y: step(score) })).toBe(state);
      const y = 1 - step(score);
      const moved = perceptronScore(correct(state, { x, y }, 0.5), x) - score;
      expect(moved).toBeCloseTo(0.5 * (y - step(score)) * (x.reduce((sum, v) => sum + v * v, 0) + 1), 12);
    }
  });

  it('learns AND from zeros: last change in pass 5, pass 6 clean, w = (2, 1), b = −3', () => {
    const run = runPerceptron(truthTable(GATES.and), 20);
    expect(run.findLast((look) => look.changed)?.pass).toBe(5);
    expect(run.at(-1)?.pass).toBe(6);
    expect(run.at(-1)?.after).toEqual({ w: [2, 1], b: -3 });
  });

  it('goes round for ever on XOR: every pass from the third on repeats the third, four mistakes each', () => {
    const run = runPerceptron(truthTable(GATES.xor), 50);
    const pass = (n: number) => run.filter((look) => look.pass === n).map(({ after, changed }) => ({ after, changed }));
    expect(run.at(-1)?.pass).toBe(50);
    expect(run.filter((look) => look.pass === 2).at(-1)?.after).toEqual({ w: [-1, 0], b: 0 });
    for (let n = 3; n <= 50; n++) expect(pass(n)).toEqual(pass(3));
    expect(pass(3).every(({ changed }) => changed)).toBe(true);
  });
});
