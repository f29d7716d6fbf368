import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBank } from '../../src/integrations/bank/load-bank.ts';
import { printFinding } from '../../src/integrations/bank/located.ts';
import { checkChapters } from '../../src/integrations/content/check-chapters.ts';
import { numbersIn, surplus } from '../../src/integrations/content/check-pair.ts';
import { ROOT } from '../architecture/source-files.ts';

const FILE = 'content/chapters/01-deep-learning/09-sigmoid';
const { questions } = await loadBank(ROOT);
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'chapters-'));
  cpSync(join(ROOT, 'content'), join(copy, 'content'), { recursive: true });
  symlinkSync(join(ROOT, 'src'), join(copy, 'src'), 'junction');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Findings after one edit of one file, which is then put back. */
function findingsAfter(file: string, edit: (text: string) => string): string[] {
  const path = join(copy, file);
  const before = readFileSync(path, 'utf8');
  const after = edit(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  try {
    return checkChapters(copy, questions).map((finding) => printFinding(finding, 'en'));
  } finally {
    writeFileSync(path, before);
  }
}

describe('chapters', () => {
  it('have nothing wrong with them', () => {
    expect(checkChapters(ROOT, questions).map((finding) => printFinding(finding, 'en'))).toEqual([]);
  });

  it('report an unknown term at its line and column, with what there is', () => {
    const [finding] = findingsAfter(`${FILE}.en.mdx`, (text) =>
      text.replace('<Term id="sigmoid">', '<Term id="sigmund">'),
    );
    expect(finding).toMatch(/^content\/chapters\/01-deep-learning\/09-sigmoid\.en\.mdx:\d+:\d+ {2}error {2}reference/);
    expect(finding).toContain('there is no term sigmund');
  });

  it('report a need that there is not, or not yet, at its line and column', () => {
    const needs = 'needs: [deep-learning/relu, deep-learning/frameworks, cnn/convolution]';
    const found = findingsAfter(`${FILE}.en.mdx`, (text) => text.replace(/^needs: .*$/m, needs)).join('\n');
    expect(found).toMatch(/\.en\.mdx:4:9 {2}error {2}needs\n.*\n.*deep-learning\/relu in needs does not come before/);
    expect(found).toMatch(
      /\.en\.mdx:4:55 {2}error {2}needs\n.*\n.*cnn\/convolution in needs is no section of the outline/,
    );
    expect(found).not.toContain('frameworks in needs');
  });

  it.each([
    [
      'a missing mark of a fact',
      (text: string) => text.replace('<Seed n={1}>', '').replace('</Seed>', ''),
      'fact 1 of 1 of the study note is not marked',
    ],
    [
      'a mark without its fact',
      (text: string) => text.replace(/<Seed n=\{1\}>[\s\S]*?<\/Seed>/, '<Seed n={1}>Both.{/* sheet */}</Seed>'),
      '<Seed n={1}> holds only “Both.”',
    ],
    [
      'a number that differs between the languages',
      (text: string) => text.replace('0.25', '0.26'),
      'numbers: only in Chinese 0.25; only in English 0.26',
    ],
    [
      'a wrong checked number',
      (text: string) => text.replace('check: ', 'check: 0.5 = sigmoid(1); '),
      'sigmoid(1) is 0.7, not 0.5',
    ],
    [
      'a checked number that is but a part of those in the text',
      (text: string) => text.replace('check: ', 'check: 25 = 5 * 5; '),
      '25 does not stand in the text',
    ],
    [
      'a dead link',
      (text: string) => text.replace('/chapters/deep-learning/tanh/', '/chapters/deep-learning/tan/'),
      'there is no such section',
    ],
    [
      'a dead anchor',
      (text: string) => text.replace('/chapters/deep-learning/tanh/', '/chapters/deep-learning/tanh/#nowhere'),
      'there is no #nowhere there',
    ],
    ['an import', (text: string) => text.replace('\n## ', "\nimport x from 'x';\n\n## "), 'the text has import x'],
    ['a heading without id', (text: string) => text.replace(/\[#[a-z-]+\]/, ''), 'the heading has no [#id]'],
    ['an unknown front matter field', (text: string) => text.replace('needs:', 'tags: []\nneeds:'), 'Unrecognized key'],
    [
      'an unknown figure',
      (text: string) => text.replace('of="SigmoidCurve"', 'of="SigmoidCurv"'),
      'there is no figure SigmoidCurv',
    ],
    [
      'a section without a displayed formula',
      (text: string) => text.replace(/\$\$[\s\S]*?\$\$/g, ''),
      'the section has no displayed formula',
    ],
    [
      'a section that computes no number',
      (text: string) => text.replace(/\{\/\* check:[\s\S]*?\*\/\}|<Calc [^>]*\/>/g, ''),
      'no number is computed',
    ],
    ['a figure without text alternative', (text: string) => text.replace(/ alt="[^"]*"/, ''), 'the figure has no alt'],
  ])('catch %s', (_what, edit, message) => {
    expect(findingsAfter(`${FILE}.en.mdx`, edit).join('\n')).toContain(message);
  });

  it('catch a term that stands twice in the glossary', () => {
    const doubled = (text: string): string =>
      `${text}\n${text.match(/- id: sigmoid\n[\s\S]*?(?=\n- id:)/)?.[0] ?? ''}\n`;
    expect(findingsAfter('content/glossary.yaml', doubled).join('\n')).toContain('sigmoid stands twice');
  });

  it('catch a name that belongs to two terms, whichever case it is written in', () => {
    const shared = (text: string): string => text.replace(/(\n- id: tanh\n {2}zh: ).*/, '$1sigmoid');
    expect(findingsAfter('content/glossary.yaml', shared)[0]).toMatch(
      /^content\/glossary\.yaml:\d+:3 [\s\S]*sigmoid is a name of sigmoid as well/,
    );
  });

  it('catch a file the outline does not know, and a language that is missing', () => {
    writeFileSync(join(copy, 'content/chapters/01-deep-learning/12-extra.en.mdx'), '');
    rmSync(join(copy, `${FILE}.en.mdx`));
    const findings = checkChapters(copy, questions).map((finding) => printFinding(finding, 'zh'));
    cpSync(join(ROOT, `${FILE}.en.mdx`), join(copy, `${FILE}.en.mdx`));
    rmSync(join(copy, 'content/chapters/01-deep-learning/12-extra.en.mdx'));
    expect(findings.join('\n')).toContain('12-extra.en.mdx  错误  stray-file');
    expect(findings.join('\n')).toContain('09-sigmoid.en.mdx  错误  missing-section');
  });

  it('catch a section with fewer than five questions', () => {
    const four = questions.filter((question) => question.section !== 'deep-learning/sigmoid');
    expect(checkChapters(ROOT, four).map((finding) => finding.found.en)).toEqual(['the section has 0 questions']);
  });
});

describe('numbers in a text', () => {
  it('are read without signs and separators', () => {
    expect(numbersIn('从 −2 到 1,792，约 0.25。')).toEqual(['2', '1792', '0.25']);
  });

  it('are compared with their repetitions', () => {
    expect(surplus(['1', '1', '2'], ['1', '3'])).toEqual(['1', '2']);
  });
});
