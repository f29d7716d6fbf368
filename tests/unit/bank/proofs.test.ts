import { expect, test } from 'vitest';
import { judgeProof } from '#core/question/proof.ts';
import type { Question } from '#core/question/question.ts';
import { checkCode } from '#integrations/bank/check-code.ts';
import { runProofs } from '#integrations/bank/run-proofs.ts';
import { stripTypes } from '#integrations/bank/strip-types.ts';
import { COMMON, choice, numeric, sound } from '../question/items.ts';

const WHY = { zh: '这里写的是这个选项为什么对或错的理由。', en: 'This says why the option is right or wrong.' };

const values = (list: readonly string[], keys: string, kind = 'single'): Question =>
  sound({
    ...COMMON,
    kind,
    stem: { zh: '这个测试题的正确答案是哪个数？', en: 'Which number is the right answer of this test item?' },
    options: list.map((value, i) => ({
      id: 'abcdefg'[i],
      value,
      why: WHY,
      ...(keys.includes('abcdefg'[i] ?? '') ? { key: true } : {}),
    })),
  });

const claim = (answer: boolean): Question =>
  sound({
    ...COMMON,
    kind: 'truefalse',
    stem: { zh: '这个断言在测试里要么为真要么为假。', en: 'This claim is either true or false in the test.' },
    answer,
    why: { t: WHY, f: WHY },
  });

const stands = (question: Question, returned: unknown): boolean => judgeProof(question, returned).kind === 'proved';

test('a number proves the option whose value it is, and no other', () => {
  const question = values(['24', '26', '28', '32'], 'c');
  expect(
    [28, 28.0001, 28.01, 26, '28', 'c', 'a', ['c'], null, true].map((returned) => stands(question, returned)),
  ).toEqual([true, true, false, false, false, true, false, true, false, false]);
  expect(stands(values(['0.5', '0.500001', '2'], 'a'), 0.5)).toBe(false);
  expect(stands(values(['1', '2', '3', '4'], 'bd', 'multiple'), [4, 2])).toBe(true);
  expect(stands(values(['1', '2', '3', '4'], 'bd', 'multiple'), [2])).toBe(false);
});

test('ids prove the set of keys, in any order', () => {
  const question = choice(5, 'bd');
  expect(
    [['b', 'd'], ['d', 'b'], new Set(['b', 'd']), ['b'], ['b', 'd', 'e'], 'b', [], ['b', 'z']].map((returned) =>
      stands(question, returned),
    ),
  ).toEqual([true, true, true, false, false, false, false, false]);
});

test('a boolean proves a claim; 1 and "true" do not', () => {
  expect([true, false, 1, 'true'].map((returned) => stands(claim(true), returned))).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(stands(claim(false), false)).toBe(true);
});

test('numeric: within tolerance or one part in 100 000, whichever is more; NaN proves nothing', () => {
  expect([0.5, 0.500004, 0.50001, Number.NaN, '0.5', [0.5]].map((returned) => stands(numeric({}), returned))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(stands(numeric({ tolerance: { abs: '0.1' } }), 0.59)).toBe(true);
  expect(stands(numeric({ value: ['2', '-2'] }), -2)).toBe(true);
  expect(stands(numeric({ value: '0' }), 1e-9)).toBe(true);
});

const CODE = 'const x = tf.zeros([1, 28, 28, 1]), w = tf.zeros([5, 5, 1, 1]);\nreturn tf.conv2d(x, w, 1, 2).shape[1];';

test('a changed claim fails, 200 of 200', async () => {
  const questions = Array.from(
    { length: 200 },
    (_, i): Question => ({ ...numeric({ value: String(i < 28 ? i : i + 1), proof: CODE }) }),
  );
  const findings = await runProofs(questions);
  expect(findings.length).toBe(200);
  expect(findings[0]?.found.en).toBe('the proof returns 28, the item claims 0');
  expect(await runProofs([numeric({ value: '28', proof: CODE })])).toEqual([]);
});

/** The findings of one proof of the claim 0.5. */
const said = async (proof: string, limit?: number): Promise<string[]> =>
  (await runProofs([numeric({ proof })], limit)).map(({ found }) => found.en);

test('a proof may wait, train and type; what it makes is gone afterwards', async () => {
  expect(
    await said(
      'const w = tf.variable(tf.scalar(0));\nconst sgd = tf.train.adam(0.1);\nfor (let i = 0; i < 3; i++) sgd.minimize(() => tf.square(w.sub(1)));\nawait tf.nextFrame();\nreturn (await tf.scalar(0.5).data())[0];',
    ),
  ).toEqual([]);
  expect(await said('const half: number = 0.5;\nreturn half as number;')).toEqual([]);
  expect(stripTypes('const half: number = 0.5;\nreturn half;')).toMatchObject({
    code: expect.not.stringContaining(': number'),
  });
});

test('kept tensors, throws, broken code, endless loops, unseeded chance and long proofs are found', async () => {
  expect(await said('tf.keep(tf.scalar(1)); return 0.5;')).toEqual(['1 tensors are left after the proof']);
  expect(await said('throw new Error("no proof");')).toEqual(['the proof throws: no proof']);
  expect(await said('return fetch;')).not.toEqual([]);
  expect((await said('return 0.5 +;'))[0]).toMatch(/^the proof does not parse: /);
  expect(await said('for (;;);', 100)).toEqual(['the proof did not end within 2 s']);
  expect(await said('return tf.randomUniform([1]).dataSync()[0] < 2 ? Math.random() : 0;')).toEqual(
    expect.arrayContaining(['two runs of the proof differ']),
  );
  expect(await said(`${'\n;'.repeat(26)}\nreturn 0.5;`)).toEqual(['the proof has 27 lines, 25 are allowed']);
});

test('what counts is the time a proof computes, not how long a busy machine lets it wait', async () => {
  expect(await said('await new Promise((go) => setTimeout(go, 600));\nreturn 0.5;', 200)).toEqual([]);
  expect(await said('let s = 0;\nfor (let i = 0; i < 3e8; i++) s += i % 7;\nreturn 0.5;', 50)).toEqual([
    'the proof did not end within 2 s',
  ]);
});

test('after an endless proof the next one runs', async () => {
  const findings = await runProofs([numeric({ proof: 'for (;;);' }), numeric({ proof: 'return 0.5;' })], 100);
  expect(findings.length).toBe(1);
});

test('L29: shown code parses, and a stated output is what it prints', async () => {
  const showing = (code: string, output: string): Question => {
    const stem = (text: string): string =>
      `${text}\n\n\`\`\`js\n${code}\n\`\`\`\n\n\`\`\`text output\n${output}\n\`\`\`\n`;
    return { ...numeric({}), stem: { zh: stem('下面的代码输出什么？'), en: stem('What does this code print?') } };
  };
  expect(await checkCode([showing('console.log(tf.scalar(2).square().dataSync()[0]);', '4')])).toEqual([]);
  expect(
    (await checkCode([showing('console.log(1 + 1);', '3')])).map(({ rule, language }) => [rule, language]),
  ).toEqual([
    ['L29', 'zh'],
    ['L29', 'en'],
  ]);
  expect((await checkCode([showing('console.log(1 + );', '3')]))[0]?.found.en).toMatch(/^the code does not parse: /);
});
