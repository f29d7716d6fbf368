import { expect, test } from 'vitest';
import { loadWasmInline } from '#tensor/wasm-inline.ts';

test('the wasm backend loads without a server and multiplies', async () => {
  const tf = await loadWasmInline();
  const product = tf.matMul(tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor2d([1, 0, 1, 1], [2, 2]));
  expect([...product.dataSync()]).toEqual([3, 2, 7, 4]);
});
