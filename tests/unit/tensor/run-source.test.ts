import { beforeAll, describe, expect, test } from 'vitest';
import * as tf from '#tensor/full.ts';
import { formatLog, inspect } from '#tensor/inspect.ts';
import { MAX_LINES, runSource } from '#tensor/run-source.ts';

beforeAll(() => tf.prepareFull());

async function run(code: string) {
  const lines: (string | null)[] = [];
  const outcome = await runSource(code, tf, (line) => lines.push(line));
  return { outcome, lines };
}

describe('a snippet', () => {
  test('prints in order, with tensors printing themselves', async () => {
    const { lines, outcome } = await run(
      "console.log('a', 1, [1, 2]);\ntf.tensor1d([1, 2]).print();\nconsole.warn({ b: 'c' });",
    );
    expect(lines).toEqual(['a 1 [ 1, 2 ]', 'Tensor\n    [1, 2]', "{ b: 'c' }"]);
    expect(outcome).toEqual({ kind: 'returned', value: undefined, text: null });
  });

  test('returns plain data: tensors as arrays, sets as arrays', async () => {
    expect((await run('return tf.zeros([2, 2]);')).outcome).toMatchObject({
      value: [
        [0, 0],
        [0, 0],
      ],
    });
    expect((await run("return new Set(['a', 'c']);")).outcome).toMatchObject({ value: ['a', 'c'] });
    expect((await run('return (await tf.scalar(3).data())[0] === 3;')).outcome).toEqual({
      kind: 'returned',
      value: true,
      text: 'true',
    });
  });

  test('has chained methods, gradients, optimisers and layers', async () => {
    const { outcome } = await run(`
      const w = tf.variable(tf.scalar(2));
      tf.train.sgd(0.1).minimize(() => w.mul(3).sub(5).square().mul(0.5));
      const layer = tf.layers.dense({ units: 1, inputShape: [3] });
      return [w.dataSync()[0].toFixed(4), tf.grad((x) => x.square())(tf.scalar(3)).dataSync()[0], layer.getConfig().units];`);
    expect(outcome).toMatchObject({ value: ['1.7000', 6, 1] });
  });

  test('leaves no tensor behind, even when it throws', async () => {
    const before = tf.memory().numTensors;
    await run('const a = tf.ones([9]); tf.variable(a); tf.keep(a.add(1)); return a.sum();');
    await run('tf.variable(tf.ones([9])); throw new Error("x");');
    expect(tf.memory().numTensors - before).toBeLessThanOrEqual(1);
  });

  test('names the line at which it threw', async () => {
    const { outcome } = await run('const a = tf.ones([2, 3]);\nconst b = tf.ones([2, 3]);\n\ntf.matMul(a, b);');
    expect(outcome).toMatchObject({ kind: 'threw', line: 4 });
    expect((await run('null.x')).outcome).toMatchObject({
      line: 1,
      message: "TypeError: Cannot read properties of null (reading 'x')",
    });
    expect((await run('throw 7')).outcome).toEqual({ kind: 'threw', line: null, message: 'Uncaught 7' });
  });

  test('that does not parse is an error of its own, not of ours', async () => {
    expect((await run('const = 3')).outcome).toMatchObject({
      kind: 'threw',
      message: "SyntaxError: Unexpected token '='",
    });
    expect((await run('} finally { (')).outcome.kind).toBe('threw');
  });

  test.each([
    ['return import("/x.js");', 1],
    ['const a = 1;\nimport/**/("/x.js");', 2],
    ['import // why not\n ("/x.js")', 1],
    [`\`a\n\${import("/x.js")}\``, 2],
    ['const s = "import (this)";\nreturn [s, /\\/import(x)/, await import("/x.js")];', 2],
    ['const r = 4 / 2; import("/x.js"); const q = 1 / 2;', 1],
    ['const { a = import("/x.js") } = {};', 1],
  ])('that would load other code is refused before it runs: %j', async (code, line) => {
    expect((await run(`console.log('on');${code}`)).lines).toEqual([]);
    expect((await run(code)).outcome).toEqual({ kind: 'refused', code: 'snippet-import', line });
  });

  test.each([
    ['return "import (this)";', 'import (this)'],
    [`return \`import("x") \${1 + 1}\`;`, 'import("x") 2'],
    ['// import("x")\n/* import("y") */ return 1;', 1],
    ['return /import("x")/.test("a");', false],
    ['return /(?<import>a)\\k<import>/.exec("aa").groups.import;', 'a'],
    ['const o = { import(x) { return x; }, "import(": 2 };\nreturn o.import(3) + o["import("];', 5],
    ['class A { #import = 4; import() { return this.#import; } }\nreturn new A().import();', 4],
    ['const imports = 6; const $import = 1; return imports + $import;', 7],
  ])('that only says the word is run: %j', async (code, value) => {
    expect((await run(code)).outcome).toMatchObject({ kind: 'returned', value });
  });

  test('with a static import does not parse', async () => {
    expect((await run('import x from "/x.js"')).outcome).toMatchObject({ kind: 'threw' });
  });

  test('cannot flood the page', async () => {
    const { lines } = await run('for (let i = 0; i < 1e4; i++) console.log(i);');
    expect(lines.length).toBe(MAX_LINES + 1);
    expect(lines.at(-1)).toBeNull();
  });

  test('gives the console back', async () => {
    const before = console.log;
    await run('console.log(1)');
    expect(console.log).toBe(before);
  });
});

test('values look as in a console', () => {
  expect(formatLog(['x', -0, 2n, null, undefined])).toBe('x -0 2n null undefined');
  expect(inspect({ 'a-b': [], f: Math.max, n: { m: { o: { p: {} } } } })).toBe(
    "{ 'a-b': [], f: [Function: max], n: { m: { o: { p: [Object] } } } }",
  );
  expect(inspect(new Float32Array([0.5, 1]))).toBe('Float32Array(2) [ 0.5, 1 ]');
  expect(inspect(new Map([['k', 1]]))).toBe("Map(1) { 'k' => 1 }");
  const ring: unknown[] = [];
  ring.push(ring);
  expect(inspect(ring)).toBe('[ [Circular] ]');
  expect(inspect(Array.from({ length: 30 }, (_, i) => i * 100))).toMatchInlineSnapshot(`
    "[
      0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1100, 1200,
      1300, 1400, 1500, 1600, 1700, 1800, 1900, 2000, 2100, 2200, 2300,
      2400, 2500, 2600, 2700, 2800, 2900
    ]"
  `);
});
