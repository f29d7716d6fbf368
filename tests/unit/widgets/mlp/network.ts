import { stream } from '#core/random/stream.ts';
import { featureRows, type Layout } from '#widgets/mlp/layout.ts';
import { ACTIVATIONS, FEATURES, LOSSES, type Recipe, TRAINING } from '#widgets/mlp/settings.ts';
import type { Layer } from './oracle.ts';

/** The layers that stand in a parameter matrix. */
export function layersIn(layout: Layout, parameters: ArrayLike<number>): Layer[] {
  return layout.layers.map((neurons) => ({
    biases: neurons.map(({ bias }) => parameters[bias] ?? 0),
    weights: neurons.map(({ weights }) => weights.map(({ index }) => parameters[index] ?? 0)),
  }));
}

/** Inputs of points without the constant, a row a point. */
export function inputsOf(recipe: Recipe, places: ArrayLike<number>): number[][] {
  const wide = recipe.features.length + 1;
  const rows = featureRows(recipe.features, places);
  return Array.from({ length: rows.length / wide }, (_, i) => Array.from(rows.subarray(i * wide + 1, (i + 1) * wide)));
}

/** A network of any shape the widget allows. */
export function randomRecipe(seed: number): Recipe {
  const draw = stream('mlp-test', seed);
  const features = FEATURES.filter(() => draw.below(2) === 1);
  return {
    ...TRAINING,
    features: features.length === 0 ? ['x'] : features,
    hidden: Array.from({ length: draw.below(5) }, () => 1 + draw.below(8)),
    activation: ACTIVATIONS[seed % ACTIVATIONS.length] ?? 'tanh',
    loss: LOSSES[(seed >> 2) % 2] ?? 'square',
    batch: '5',
  };
}
