/** Translates the schema library's complaints into findings: what stands there, what would be valid, which rule says so. */
import type { z } from 'zod';
import { editDistance } from '#core/search/distance.ts';
import type { Finding, ItemPath } from './finding.ts';
import type { Bilingual, Language } from './question.ts';
import { knownFields } from './schema.ts';

type Issue = z.core.$ZodIssue;

const same = (text: string): Bilingual => ({ zh: text, en: text });

/** What each field takes, by its name; options' and traps' fields included. */
const VALID: Readonly<Record<string, Bilingual>> = {
  kind: same('single | multiple | truefalse | numeric'),
  section: {
    zh: '<章>/<节>，不带编号，可跟 #标题，如 deep-learning/relu',
    en: '<chapter>/<section> without numbers, #heading may follow, e.g. deep-learning/relu',
  },
  level: same('recall | understand | apply | analyse'),
  difficulty: same('1 | 2 | 3'),
  verified: { zh: '日期，如 2026-01-15', en: 'a date such as 2026-01-15' },
  retired: { zh: '日期，如 2026-01-15', en: 'a date such as 2026-01-15' },
  source: same('{ origin: original, refs: […] }'),
  origin: same('original'),
  refs: { zh: '一列文字，如 [seed 一.1-2]', en: 'a list of texts such as [seed 一.1-2]' },
  answer: same('true | false'),
  order: same('shuffle | sorted'),
  id: {
    zh: '选项用一个小写字母；题目用 3–48 个 [a-z0-9-]',
    en: 'one lower-case letter for an option; 3–48 of [a-z0-9-] for an item',
  },
  key: same('true'),
  misconception: { zh: '小写短横线名，如 forgot-padding', en: 'a kebab-case name such as forgot-padding' },
  unit: same('none | { zh, en, accept: […] }'),
  tolerance: same('exact | { abs: "…" } | { rel: "…" }'),
  abs: { zh: '带引号的小数，如 "0.001"', en: 'a quoted decimal such as "0.001"' },
  rel: { zh: '带引号的小数，如 "0.01"', en: 'a quoted decimal such as "0.01"' },
  places: { zh: '0–10 的整数', en: 'an integer, 0–10' },
  accept: {
    zh: 'decimal、scientific、grouped、percent、fraction、wan 中的若干',
    en: 'some of decimal, scientific, grouped, percent, fraction, wan',
  },
  value: { zh: '带引号的小数，如 "0.25"', en: 'a quoted decimal such as "0.25"' },
  enemies: { zh: '题目 id 的列表', en: 'a list of item ids' },
  waive: { zh: '{ 规则: 理由 }，如 { L07: "…" }', en: '{ rule: reason }, e.g. { L07: "…" }' },
  negative: same('true'),
  scenario: same('true'),
  options: { zh: '选项的列表', en: 'a list of options' },
  traps: { zh: '{ value, misconception, why } 的列表', en: 'a list of { value, misconception, why }' },
  t: same('{ zh, en }'),
  f: same('{ zh, en }'),
};

/** The lint rule that describes a violation at this place, or `schema`. */
function ruleAt(path: ItemPath): { rule: string; name: string } {
  const [first, second] = path;
  if (first === 'section' || first === 'level' || first === 'difficulty' || first === 'verified')
    return { rule: 'L23', name: 'provenance' };
  if (first === 'source')
    return second === 'origin' ? { rule: 'L31', name: 'origin' } : { rule: 'L23', name: 'provenance' };
  if (first === 'figure' && second === 'credit') return { rule: 'L31', name: 'origin' };
  if (first === 'why' || (first === 'options' && path[2] === 'why')) return { rule: 'L19', name: 'why' };
  if (first === 'answer' || (first === 'value' && path.length === 1)) return { rule: 'L01', name: 'keys' };
  if (first === 'unit' && path.length === 1) return { rule: 'L28', name: 'numeric' };
  return { rule: 'schema', name: 'schema' };
}

function steps(path: readonly PropertyKey[]): ItemPath {
  return path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}

function valueAt(input: unknown, path: ItemPath): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** A value as it would stand in a message: JSON, cut at 60 characters. */
function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function languageOf(path: ItemPath): Language | null {
  const last = path.at(-1);
  return last === 'zh' || last === 'en' ? last : null;
}

/** Which of the known names is closest to a mistyped one: equal but for case, one a part of the other, or two slips away. */
export function closestName(name: string, known: readonly string[]): string | null {
  const low = name.toLowerCase();
  const part = known.find((each) => each === low || each.startsWith(low) || low.startsWith(each));
  return part ?? (low.length < 4 ? null : (known.find((each) => editDistance(low, each, 2) <= 2) ?? null));
}

/** What a file holds that is no item at all: nothing, a text, a list. */
function noItem(input: unknown, item: string): Finding {
  const empty = input === null || input === undefined;
  return {
    rule: 'schema',
    name: 'schema',
    severity: 'error',
    language: null,
    item,
    path: [],
    found: empty
      ? { zh: `${item} 是空的，没有题目`, en: `${item} is empty: there is no question in it` }
      : { zh: `${item} 里不是题目，而是 ${show(input)}`, en: `${item} holds no question but ${show(input)}` },
    todo: {
      zh: `从 kind: single 写起；单选题的字段：${knownFields('single', []).join('、')}`,
      en: `begin with kind: single; the fields of such a question: ${knownFields('single', []).join(', ')}`,
    },
  };
}

function unknownField(key: string, path: ItemPath, kind: string, item: string): Finding {
  const known = knownFields(kind, path);
  const guess = closestName(key, known);
  return {
    rule: 'schema',
    name: 'schema',
    severity: 'error',
    language: null,
    item,
    path: [...path, key],
    found: {
      zh: `没有 ${key} 这个字段；这里可以写：${known.join('、')}`,
      en: `there is no field ${key}; valid here: ${known.join(', ')}`,
    },
    todo:
      guess === null
        ? { zh: '删去它', en: 'remove it' }
        : { zh: `改成 ${guess}，或删去`, en: `write ${guess}, or remove it` },
  };
}

/** One finding for each complaint about an author's item (several for one that lists unknown fields). */
export function toFindings(issues: readonly Issue[], input: unknown, item: string): Finding[] {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return [noItem(input, item)];
  const kind = String(valueAt(input, ['kind']));
  // A field that is there under a mistyped name is not reported as missing too.
  const mistyped = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...issue.path, closestName(key, knownFields(kind, steps(issue.path)))].join('.'))
        : [],
    ),
  );
  const kept = issues.filter(
    (issue) => !mistyped.has(issue.path.join('.')) || valueAt(input, steps(issue.path)) !== undefined,
  );
  return kept.flatMap((issue): Finding[] => {
    const path = steps(issue.path);
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(key, path, kind, item));
    const field = path.at(-1);
    const value = valueAt(input, path);
    const name = path.findLast((step) => typeof step === 'string') ?? '';
    const valid =
      VALID[name] ??
      (field === 'zh' || field === 'en'
        ? { zh: '一段不空的文字', en: 'a text that is not empty' }
        : same('{ zh: …, en: … }'));
    const missing = value === undefined;
    const label = path.join('.') || item;
    return [
      {
        ...ruleAt(path),
        severity: 'error',
        language: languageOf(path),
        item,
        path,
        found: missing
          ? { zh: `缺少 ${label}`, en: `${label} is missing` }
          : { zh: `${label} 写成了 ${show(value)}`, en: `${label} is ${show(value)}` },
        todo: { zh: `可以写：${valid.zh}`, en: `valid here: ${valid.en}` },
      },
    ];
  });
}
