import { beforeAll, describe, expect, test } from 'vitest';
import { stream } from '#core/random/stream.ts';
import { loadCpu } from '#tensor/cpu.ts';
import type { Ops } from '#tensor/model.ts';
import { makeSamples } from '#widgets/mlp/data.ts';
import type { Recipe } from '#widgets/mlp/settings.ts';
import { INITIAL } from '#widgets/mlp/state.ts';
import { BETA1, BETA2, EPSILON, MOMENTUM, Trainer } from '#widgets/mlp/trainer.ts';
import { inputsOf, layersIn, randomRecipe } from './network.ts';
import { flatten, gradientOf, lossOf, unflatten } from './oracle.ts';

let tf: Ops;
beforeAll(async () => {
  tf = await loadCpu();
});

const far = makeSamples({ ...INITIAL, data: 'xor', noise: 0.1 }).train;
/** Brought within 1.5 of 0: where tanh saturates, float32 itself has no digits left of 1 − y², whatever it is made from. */
const points = { ...far, places: far.places.map((value) => value / 4) };

function batch(trainer: Trainer, recipe: Recipe, update: number): { inputs: number[][]; targets: number[] } {
  const chosen = Array.from({ length: trainer.batch }, (_, k) => trainer.sampleAt(update * trainer.batch + k));
  const all = inputsOf(recipe, points.places);
  return { inputs: chosen.map((i) => all[i] ?? []), targets: chosen.map((i) => points.targets[i] ?? 0) };
}

/**
 * Relative to the size of the number, but not below the floor; what float32 rounds off the largest number of the same net is
 * forgiven, since a small gradient is a difference of terms of that size.
 */
const miss = (got: number, want: number, largest = 0): number =>
  Math.max(0, Math.abs(got - want) - largest * 2 ** -24) / Math.max(1e-3, Math.abs(want));

describe('the gradient by hand', () => {
  test('of 100 random nets equals back-propagation in double precision, and that its central differences', () => {
    let worst = 0;
    let worstDifference = 0;
    for (let seed = 0; seed < 100; seed++) {
      const recipe = randomRecipe(seed);
      const trainer = new Trainer(tf, recipe, points, seed);
      // Biases start at 0: give every number something to do.
      const draw = stream('mlp-gradient', seed);
      trainer.setEdits([]);
      const start = Float32Array.from(trainer.parameters.dataSync());
      for (const { bias } of trainer.layout.layers.flat()) start[bias] = Math.fround(draw.below(1000) / 1000 - 0.5);
      trainer.restore([start]);
      const got = layersIn(trainer.layout, trainer.partialGradient(0, trainer.batch));
      const layers = layersIn(trainer.layout, start);
      const { inputs, targets } = batch(trainer, recipe, 0);
      const want = flatten(gradientOf(layers, recipe, inputs, targets));
      const largest = Math.max(...want.map(Math.abs));
      for (const [i, value] of flatten(got).entries()) worst = Math.max(worst, miss(value, want[i] ?? 0, largest));
      const values = flatten(layers);
      for (const [i, value] of values.entries()) {
        const h = 1e-5 * Math.max(1, Math.abs(value));
        const at = (shift: number): number =>
          lossOf(unflatten(layers, values.with(i, value + shift)), recipe, inputs, targets);
        const difference = (at(h) - at(-h)) / (2 * h);
        // Across a corner of ReLU a difference means nothing.
        const smooth = recipe.activation !== 'relu' || Math.abs((at(h) - 2 * at(0) + at(-h)) / h) < 1e-6;
        if (smooth) worstDifference = Math.max(worstDifference, miss(flatten(got)[i] ?? 0, difference, largest));
      }
      trainer.dispose();
    }
    expect(worst).toBeLessThanOrEqual(1e-5);
    expect(worstDifference).toBeLessThanOrEqual(1e-5);
  });

  test('of the first samples of a batch add up to the batch’s', () => {
    const trainer = new Trainer(tf, INITIAL.a, points, 1);
    const parts = Array.from({ length: 10 }, (_, i) => trainer.partialGradient(3, i + 1));
    const { inputs, targets } = batch(trainer, INITIAL.a, 3);
    const layers = layersIn(trainer.layout, trainer.parameters.dataSync());
    for (const [i, part] of parts.entries()) {
      const want = flatten(gradientOf(layers, INITIAL.a, inputs.slice(0, i + 1), targets.slice(0, i + 1)));
      const got = flatten(layersIn(trainer.layout, part));
      for (const [k, value] of got.entries())
        expect(miss(value, ((want[k] ?? 0) * (i + 1)) / 10)).toBeLessThanOrEqual(1e-5);
    }
    trainer.dispose();
  });
});

describe('an update', () => {
  const cases: readonly (readonly [string, Partial<Recipe>])[] = [
    ['sgd', {}],
    ['momentum', { optimizer: 'momentum' }],
    ['adam', { optimizer: 'adam' }],
    ['sgd with L1', { penalty: 'l1', strength: '0.03' }],
    ['sgd with L2', { penalty: 'l2', strength: '0.03' }],
    ['adam with L2 and log loss', { optimizer: 'adam', penalty: 'l2', strength: '0.1', loss: 'log' }],
  ];
  test.each(cases)('by %s follows its closed form for 30 updates', (_name, change) => {
    const recipe = { ...INITIAL.a, ...change };
    const trainer = new Trainer(tf, recipe, points, 4);
    const like = layersIn(trainer.layout, trainer.parameters.dataSync());
    const isBias = like.flatMap(({ weights, biases }) => [
      ...biases.map(() => true),
      ...weights.flat().map(() => false),
    ]);
    let p = flatten(like);
    let m = p.map(() => 0);
    let v = p.map(() => 0);
    const rate = Number(recipe.rate);
    const strength = Number(recipe.strength);
    for (let update = 0; update < 30; update++) {
      const { inputs, targets } = batch(trainer, recipe, update);
      const pull = (value: number): number =>
        recipe.penalty === 'l1' ? strength * Math.sign(value) : recipe.penalty === 'l2' ? strength * value : 0;
      const g = flatten(gradientOf(unflatten(like, p), recipe, inputs, targets)).map(
        (value, i) => value + (isBias[i] ? 0 : pull(p[i] ?? 0)),
      );
      const t = update + 1;
      if (recipe.optimizer === 'sgd') p = p.map((value, i) => value - rate * (g[i] ?? 0));
      else if (recipe.optimizer === 'momentum') {
        m = m.map((value, i) => MOMENTUM * value + (g[i] ?? 0));
        p = p.map((value, i) => value - rate * (m[i] ?? 0));
      } else {
        m = m.map((value, i) => BETA1 * value + (1 - BETA1) * (g[i] ?? 0));
        v = v.map((value, i) => BETA2 * value + (1 - BETA2) * (g[i] ?? 0) ** 2);
        p = p.map((value, i) => {
          const [mean, square] = [(m[i] ?? 0) / (1 - BETA1 ** t), (v[i] ?? 0) / (1 - BETA2 ** t)];
          return value - (rate * mean) / (Math.sqrt(square) + EPSILON);
        });
      }
      trainer.advance(update);
    }
    const got = flatten(layersIn(trainer.layout, trainer.parameters.dataSync()));
    for (const [i, value] of got.entries())
      expect(Math.abs(value - (p[i] ?? 0)) / Math.max(1, Math.abs(p[i] ?? 0))).toBeLessThanOrEqual(1e-5);
    trainer.dispose();
  });

  test('leaves frozen numbers alone, bit for bit', () => {
    const trainer = new Trainer(
      tf,
      { ...INITIAL.a, optimizer: 'adam', activation: 'sigmoid', penalty: 'l2' },
      points,
      4,
    );
    const before = Float32Array.from(trainer.parameters.dataSync());
    for (let update = 0; update < 50; update++) trainer.advance(update);
    const after = trainer.parameters.dataSync();
    const trained = new Set(
      trainer.layout.layers.flat().flatMap(({ bias, weights }) => [bias, ...weights.map(({ index }) => index)]),
    );
    for (const [i, value] of before.entries()) if (!trained.has(i)) expect(after[i]).toBe(value);
    expect([...before.keys()].filter((i) => trained.has(i) && after[i] === before[i])).toEqual([]);
    trainer.dispose();
  });
});
