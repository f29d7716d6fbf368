import { expect, test } from 'vitest';
import { loadWasmInline } from '#tensor/wasm-inline.ts';
import * as activation from '#widgets/activation/model.ts';
import { backendOf } from '#widgets/engine.ts';
import * as gan from '#widgets/gan/model.ts';

test('the wasm backend loads without a server and multiplies', async () => {
  const tf = await loadWasmInline();
  const product = tf.matMul(tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor2d([1, 0, 1, 1], [2, 2]));
  expect([...product.dataSync()]).toEqual([3, 2, 7, 4]);
  product.dispose();
});

test('the page sends each widget to a worker of the backend its model names', () => {
  expect(backendOf('gan')).toBe(gan.model.backend);
  expect(backendOf('activation')).toBe(activation.model.backend);
});
