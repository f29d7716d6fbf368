import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseItem } from '#core/question/parse.ts';
import { checkBank } from '#integrations/bank/check-bank.ts';
import { checkLabels } from '#integrations/bank/check-labels.ts';
import { countWords } from '#integrations/bank/count-words.ts';
import { loadBank } from '#integrations/bank/load-bank.ts';
import { printFinding } from '#integrations/bank/located.ts';
import { checkNames } from '#integrations/bank/named-files.ts';
import { readYaml } from '#integrations/bank/source-file.ts';
import { faultPosition, readSection } from '#integrations/content/section-source.ts';
import { CLEAN, repository } from './repository.ts';

const FILE = 'content/questions/01-deep-learning/dl-relu-negative.yaml';

/** What an author reads about these files, in a language. */
async function printed(files: Readonly<Record<string, string>>, language: 'zh' | 'en' = 'en'): Promise<string> {
  const root = repository(files);
  const findings = await checkBank(root, await loadBank(root));
  return findings.map((finding) => printFinding(finding, language)).join('\n\n');
}

test('a clean question is loaded and nothing is said', async () => {
  const root = repository({ [FILE]: CLEAN });
  const bank = await loadBank(root);
  expect(bank.questions.map(({ id }) => id)).toEqual(['dl-relu-negative']);
  expect(await checkBank(root, bank)).toEqual([]);
});

test('an unknown field, in English', async () => {
  expect(await printed({ [FILE]: CLEAN.replace('    key: true', '    Key: true') })).toMatchInlineSnapshot(`
    "content/questions/01-deep-learning/dl-relu-negative.yaml:17:10  error  schema
       17 |     Key: true
       found  there is no field Key; valid here: id, text, value, key, misconception, why
       do     write key, or remove it"
  `);
});

test('a mistyped field is reported once, under the name it has', async () => {
  const text = await printed({ [FILE]: CLEAN.replace('difficulty: 1', 'dificulty: 1') });
  expect(text).toContain('do     write difficulty, or remove it');
  expect(text.match(/error/g)).toHaveLength(1);
});

test('a file without a question says how one begins', async () => {
  expect(await printed({ [FILE]: '' })).toMatch(/is empty[^\n]*\n +do +begin with kind: single; .*section, level/);
  expect(await printed({ [FILE]: 'hello' }, 'zh')).toMatch(/不是题目，而是 "hello"\n +修改 +从 kind: single 写起/);
});

test('a tab is answered with advice on indenting', async () => {
  expect(await printed({ [FILE]: 'kind: single\nstem:\n\tzh: x\n' })).toMatch(
    /3:1 {2}error[\s\S]*with spaces, not tabs/,
  );
});

test('a file that was named and is not there is an error, with a guess', () => {
  const root = repository({ [FILE]: CLEAN });
  expect(checkNames(root, [FILE])).toEqual([]);
  const say = (name: string): string =>
    checkNames(root, [name])
      .map((each) => printFinding(each, 'en'))
      .join();
  expect(say(FILE.replace('negative', 'negatve'))).toContain(`did you mean ${FILE}?`);
  expect(say('nothing-like-it.yaml')).toMatch(/no such file[\s\S]*give its path/);
});

test('the last line counts a template once, and one error is one error', () => {
  const bank = { questions: [{ id: 'a' }, { id: 't~1', template: 't' }, { id: 't~2', template: 't' }] } as never;
  const error = { severity: 'error' } as never;
  expect(countWords(bank, [error], 'en')).toBe('2 questions (3 with all their numbers): 1 error, 0 warnings');
});

test('a fault in MDX is placed in the whole file, front matter counted', () => {
  const text = '---\ntitle: x\n---\n\nfine\n\nbroken {text\n';
  try {
    readSection('x.mdx', 'en', text);
    expect.unreachable();
  } catch (error) {
    expect(faultPosition(error, text)?.line).toBe(7);
  }
});

test('the sample in the README is a clean question', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const sample = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const parsed = parseItem('dl-sample-relu-negative', readYaml('README.md', sample).value);
  expect(parsed.findings).toEqual([]);
  expect(parsed.item?.question.kind).toBe('single');
});

test('two keys, in both languages', async () => {
  const files = { [FILE]: CLEAN.replace('    misconception: absolute-value', '    key: true') };
  expect(await printed(files, 'zh')).toMatchInlineSnapshot(`
    "content/questions/01-deep-learning/dl-relu-negative.yaml:21:10  错误  L01 keys
       21 |     key: true
       发现   单选题只能有一个 \`key: true\`，这里 b、c 都写了
       修改   留下一个，或把 kind 改成 multiple"
  `);
  expect(await printed(files)).toMatchInlineSnapshot(`
    "content/questions/01-deep-learning/dl-relu-negative.yaml:21:10  error  L01 keys
       21 |     key: true
       found  a \`single\` question takes one \`key: true\`; b, c have it
       do     keep one of them, or make the kind multiple"
  `);
});

test('a length cue, in both languages', async () => {
  const files = {
    [FILE]: CLEAN.replace('zh: 一律变成零的数值', 'zh: 一律变成零的数值，因为整流线性单元把小于零的部分都截掉了'),
  };
  expect(await printed(files, 'zh')).toMatchInlineSnapshot(`
    "content/questions/01-deep-learning/dl-relu-negative.yaml:16:17  错误  L06 length-cue (zh)
       16 |     text: { zh: 一律变成零的数值，因为整流线性单元把小于零的部分都截掉了, en: zero for each of them }
       发现   正确项宽 56，最长的干扰项 18：3.11 倍（上限 1.50 倍）
       修改   把后半句移到 why，或给每个干扰项同样的细节"
  `);
  expect(await printed(files)).toMatchInlineSnapshot(`
    "content/questions/01-deep-learning/dl-relu-negative.yaml:16:17  error  L06 length-cue (zh)
       16 |     text: { zh: 一律变成零的数值，因为整流线性单元把小于零的部分都截掉了, en: zero for each of them }
       found  the key is 56 wide, the longest distractor 18: 3.11 × (limit 1.50 ×)
       do     move the second half into \`why\`, or give each distractor the same detail"
  `);
});

test('YAML that cannot be read', async () => {
  expect(
    await printed({ [FILE]: CLEAN.replace('en: All inputs of a neuron are negative.', 'en: All inputs: negative.') }),
  ).toMatchInlineSnapshot(`
    "content/questions/01-deep-learning/dl-relu-negative.yaml:9:7  error  schema
        9 |   en: All inputs: negative. What does ReLU give as its output?
       found  the YAML cannot be read: Nested mappings are not allowed in compact mappings
       do     quote texts that hold ": " or "#" or start with a special character"
  `);
});

test('an enemy nobody knows, an id used twice, a stale waiver', async () => {
  const files = {
    [FILE]: `${CLEAN}enemies: [dl-gone-away]\nwaive: { L07: the word is the point }\n`,
    'content/questions/03-cnn/dl-relu-negative.yaml': CLEAN,
  };
  const text = await printed(files);
  expect(text.split('\n\n').map((each) => each.split('\n')[0])).toMatchInlineSnapshot(`
    [
      "content/questions/01-deep-learning/dl-relu-negative.yaml:27:11  error  schema",
      "content/questions/01-deep-learning/dl-relu-negative.yaml:28:15  error  waiver",
      "content/questions/03-cnn/dl-relu-negative.yaml:1:1  error  schema",
    ]
  `);
});

test('a misconception without a label is reported at its place, once a language', async () => {
  const labels = JSON.stringify({ 'misconception.identity': '…', 'misconception.absolute-value': '…' });
  const root = repository({ [FILE]: CLEAN, 'content/strings/en.json': labels, 'content/strings/zh-CN.json': labels });
  const findings = await checkLabels(root, await loadBank(root));
  expect(
    findings.map(({ file, line, column, found }) => `${file}:${line}:${column} ${found.en}`),
  ).toMatchInlineSnapshot(`
    [
      "content/questions/01-deep-learning/dl-relu-negative.yaml:25:20 content/strings/zh-CN.json has no misconception.sigmoid-range",
      "content/questions/01-deep-learning/dl-relu-negative.yaml:25:20 content/strings/en.json has no misconception.sigmoid-range",
    ]
  `);
});

test('a template that does not load says so at its file, and nothing else is lost', async () => {
  const root = repository({
    [FILE]: CLEAN,
    'content/templates/01-deep-learning/dl-broken.ts': "export default { kind: 'single' };\n",
  });
  const bank = await loadBank(root);
  expect(bank.questions.map(({ id }) => id)).toEqual(['dl-relu-negative']);
  expect(bank.findings.map(({ file, line, found }) => `${file}:${line} ${found.en}`)).toEqual([
    'content/templates/01-deep-learning/dl-broken.ts:1 the template does not load: no `export default defineTemplate({…})`',
  ]);
});
