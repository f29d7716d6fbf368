/** The one converter from what authors write to a {@link Blueprint}. */
import { type Finding, hasErrors, type ItemPath } from '#core/question/finding.ts';
import { closestName } from '#core/question/issues.ts';
import type { Bilingual, Difficulty, QuestionKind } from '#core/question/question.ts';
import type { Blueprint, Cell, Share, Spread, Topic } from './blueprint.ts';
import { blueprintSchema, type LooseBlueprint } from './blueprint-schema.ts';
import { blueprintFinding, checkBlueprint } from './check-blueprint.ts';

/** The blueprint, or null with at least one error; every path leads into the author's form. */
export interface BlueprintResult {
  readonly blueprint: Blueprint | null;
  readonly findings: readonly Finding[];
}

const KINDS: readonly QuestionKind[] = ['single', 'multiple', 'truefalse', 'numeric'];
const same = (text: string): Bilingual => ({ zh: text, en: text });

/** What each field takes, by its name. */
const VALID: Readonly<Record<string, Bilingual>> = {
  official: { zh: 'false：卷子都是本站设定的', en: 'false: every paper is set by this site' },
  mode: same('exam | practice'),
  questions: { zh: '1–200 的整数', en: 'an integer, 1–200' },
  minutes: { zh: '1–600 的整数，或 null（不限时）', en: 'an integer, 1–600, or null (untimed)' },
  points: { zh: '1–1000 的整数', en: 'an integer, 1–1000' },
  pass: { zh: '1–1000 的整数，或 null（不设及格线）', en: 'an integer, 1–1000, or null (no pass mark)' },
  topics: { zh: '{ 章或章/节: 权重 }', en: '{ chapter or chapter/section: weight }' },
  kinds: {
    zh: '{ single、multiple、truefalse、numeric: 权重 }',
    en: '{ single, multiple, truefalse, numeric: weight }',
  },
  difficulty: { zh: '{ 1、2、3: 权重 }', en: '{ 1, 2, 3: weight }' },
  cells: same('[{ topic, kind, difficulty, count }]'),
  order: { zh: '题型的列表，如 [single, multiple]', en: 'a list of kinds, e.g. [single, multiple]' },
  mocks: { zh: '1–20 的整数', en: 'an integer, 1–20' },
};

function validAt(path: ItemPath): Bilingual {
  const name = path.findLast((step) => typeof step === 'string' && step in VALID);
  if (typeof name !== 'string') return same('{ zh: …, en: … }');
  return VALID[name] ?? same('{ zh: …, en: … }');
}

function valueAt(loose: unknown, path: ItemPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    loose,
  );
}

function schemaFindings(id: string, loose: unknown): { data: LooseBlueprint | null; findings: Finding[] } {
  const shaped = blueprintSchema.safeParse(loose);
  if (shaped.success) return { data: shaped.data, findings: [] };
  const known = Object.keys(blueprintSchema.shape);
  const guesses = shaped.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0
      ? issue.keys.map((key) => [key, closestName(key, known)] as const)
      : [],
  );
  const findings = shaped.error.issues.flatMap((issue): Finding[] => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const guess = path.length === 0 ? closestName(key, known) : null;
        const valid = path.length === 0 ? { zh: known.join('、'), en: known.join(', ') } : validAt(path);
        return blueprintFinding(
          id,
          [...path, key],
          { zh: `没有 ${key} 这个字段`, en: `there is no field ${key}` },
          guess === null
            ? { zh: `可以写：${valid.zh}`, en: `valid here: ${valid.en}` }
            : { zh: `改成 ${guess}，或删去`, en: `write ${guess}, or remove it` },
        );
      });
    }
    // What is there under a mistyped name has been reported under it.
    const missing = valueAt(loose, path) === undefined;
    if (missing && path.length === 1 && guesses.some(([, guess]) => guess === path[0])) return [];
    const valid = validAt(path);
    const label = path.join('.') || id;
    const value = valueAt(loose, path);
    const shown = JSON.stringify(value)?.slice(0, 60);
    return [
      blueprintFinding(
        id,
        path,
        value === undefined
          ? { zh: `缺少 ${label}`, en: `${label} is missing` }
          : { zh: `${label} 写成了 ${shown}`, en: `${label} is ${shown}` },
        { zh: `可以写：${valid.zh}`, en: `valid here: ${valid.en}` },
      ),
    ];
  });
  return { data: null, findings };
}

function toDifficulty(text: string): Difficulty {
  return text === '1' ? 1 : text === '2' ? 2 : 3;
}

function toShares<Name>(axis: Readonly<Record<string, number>> | undefined, name: (text: string) => Name | undefined) {
  return Object.entries(axis ?? {}).flatMap(([text, weight]): Share<Name>[] => {
    const known = name(text);
    return known === undefined ? [] : [{ name: known, weight }];
  });
}

function toSpread(loose: LooseBlueprint): Spread {
  if (loose.cells !== undefined) {
    const cells = loose.cells.map(
      (cell): Cell => ({
        topic: cell.topic ?? null,
        kind: cell.kind ?? null,
        difficulty: cell.difficulty ?? null,
        count: cell.count,
      }),
    );
    return { kind: 'cells', cells };
  }
  return {
    kind: 'weights',
    topics: toShares<Topic>(loose.topics, (text) => text),
    kinds: toShares<QuestionKind>(loose.kinds, (text) => KINDS.find((kind) => kind === text)),
    difficulty: toShares<Difficulty>(loose.difficulty, toDifficulty),
  };
}

/**
 * Converts an author's blueprint.
 *
 * @param id the file's name without ending
 * @param loose what the file holds, of any shape
 */
export function parseBlueprint(id: string, loose: unknown): BlueprintResult {
  const { data, findings } = schemaFindings(id, loose);
  if (data === null) return { blueprint: null, findings };
  const blueprint: Blueprint = {
    id,
    title: data.title,
    note: data.note,
    mode: data.mode,
    questions: data.questions,
    minutes: data.minutes,
    points: data.points,
    pass: data.pass,
    spread: toSpread(data),
    order: data.order ?? [],
    mocks: data.mocks,
  };
  const all = [
    ...(/^[a-z0-9-]{1,48}$/.test(id)
      ? []
      : [
          blueprintFinding(
            id,
            [],
            { zh: `文件名 ${id} 不能作 id`, en: `the file name ${id} cannot be an id` },
            { zh: '用小写字母、数字、短横线', en: 'use lower-case letters, digits, hyphens' },
          ),
        ]),
    ...checkBlueprint(blueprint, data),
  ];
  return hasErrors(all) ? { blueprint: null, findings: all } : { blueprint, findings: all };
}
