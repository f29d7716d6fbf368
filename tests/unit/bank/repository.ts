/** A repository in a temporary folder, to check content that must never be in ours. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes the files and returns the folder; it is removed when the test ends. */
export function repository(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'bank-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

/** A clean question as an author writes it. */
export const CLEAN = `kind: single
section: deep-learning/relu
level: understand
difficulty: 1
verified: 2026-01-15
source: { origin: original, refs: [seed 一.4-5] }
stem:
  zh: 一个神经元的输入全为负数，ReLU 之后它给出什么样的结果？
  en: All inputs of a neuron are negative. What does ReLU give as its output?
options:
  - id: a
    text: { zh: 与输入相同的负数, en: the same negative numbers }
    misconception: identity
    why: { zh: 这是恒等函数的输出，ReLU 会截掉负的部分。, en: This is the identity; ReLU cuts the negative part. }
  - id: b
    text: { zh: 一律变成零的数值, en: zero for each of them }
    key: true
    why: { zh: 负的输入与零比，较大的是零，所以都变成零。, en: Zero is the larger of zero and a negative number. }
  - id: c
    text: { zh: 输入的绝对值大小, en: the size of each input }
    misconception: absolute-value
    why: { zh: 这是绝对值函数，ReLU 不会翻转负号。, en: This is the absolute value; ReLU flips no sign. }
  - id: d
    text: { zh: 介于 0 到 1 的小数, en: fractions from 0 to 1 }
    misconception: sigmoid-range
    why: { zh: 这是 Sigmoid 的值域，ReLU 没有上界。, en: This is the range of the sigmoid. }
`;
