/** The one converter from what authors write to a {@link Blueprint}. */
import { isChapterSlug, locateSection, OUTLINE } from '#core/course/outline.ts';
import { type Finding, hasErrors, type ItemPath } from '#core/question/finding.ts';
import type { Bilingual, Difficulty, QuestionKind } from '#core/question/question.ts';
import type { Blueprint, Cell, Share, Spread, Topic } from './blueprint.ts';
import { isInTopic } from './blueprint.ts';
import { blueprintSchema, type LooseBlueprint } from './blueprint-schema.ts';
import { cellsOf } from './cells.ts';

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

function finding(item: string, path: ItemPath, found: Bilingual, todo: Bilingual): Finding {
  return { rule: 'blueprint', name: 'blueprint', severity: 'error', language: null, item, path, found, todo };
}

function validAt(path: ItemPath): Bilingual {
  const name = path.findLast((step) => typeof step === 'string' && step in VALID);
  if (typeof name !== 'string') return same('{ zh: …, en: … }');
  return VALID[name] ?? same('{ zh: …, en: … }');
}

function schemaFindings(id: string, loose: unknown): { data: LooseBlueprint | null; findings: Finding[] } {
  const shaped = blueprintSchema.safeParse(loose);
  if (shaped.success) return { data: shaped.data, findings: [] };
  const findings = shaped.error.issues.flatMap((issue): Finding[] => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    if (issue.code === 'unrecognized_keys') {
      const known = Object.keys(blueprintSchema.shape);
      return issue.keys.map((key) =>
        finding(
          id,
          [...path, key],
          { zh: `没有 ${key} 这个字段`, en: `there is no field ${key}` },
          { zh: `可以写：${known.join('、')}`, en: `valid here: ${known.join(', ')}` },
        ),
      );
    }
    const valid = validAt(path);
    const label = path.join('.') || id;
    return [
      finding(
        id,
        path,
        { zh: `${label} 缺少或写得不对`, en: `${label} is missing or not valid` },
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

const topicsMeet = (x: Topic, y: Topic): boolean => isInTopic(x, y) || isInTopic(y, x);

/** Two cells meet when a question could stand in both. */
function cellsMeet(x: Cell, y: Cell): boolean {
  return (
    (x.topic === null || y.topic === null || topicsMeet(x.topic, y.topic)) &&
    (x.kind === null || y.kind === null || x.kind === y.kind) &&
    (x.difficulty === null || y.difficulty === null || x.difficulty === y.difficulty)
  );
}

function checkTopics(id: string, blueprint: Blueprint): Finding[] {
  const { spread } = blueprint;
  const named: { topic: Topic; path: ItemPath }[] =
    spread.kind === 'weights'
      ? spread.topics.map(({ name }) => ({ topic: name, path: ['topics', name] }))
      : spread.cells.flatMap(({ topic }, i) => (topic === null ? [] : [{ topic, path: ['cells', i, 'topic'] }]));
  const chapters = OUTLINE.map(({ slug }) => slug).join(', ');
  return named
    .filter(({ topic }) => !isChapterSlug(topic) && locateSection(topic) === null)
    .map(({ topic, path }) =>
      finding(
        id,
        path,
        { zh: `没有 ${topic} 这一章或节`, en: `there is no chapter or section ${topic}` },
        { zh: `章：${chapters}；节写作 章/节`, en: `chapters: ${chapters}; a section is chapter/section` },
      ),
    );
}

function checkSpread(id: string, blueprint: Blueprint): Finding[] {
  const { spread } = blueprint;
  const findings: Finding[] = [];
  if (spread.kind === 'cells') {
    for (const [i, cell] of spread.cells.entries()) {
      const other = spread.cells.findIndex((each, j) => j < i && cellsMeet(each, cell));
      if (other >= 0)
        findings.push(
          finding(
            id,
            ['cells', i],
            { zh: `第 ${i + 1} 格与第 ${other + 1} 格重叠`, en: `cells ${other + 1} and ${i + 1} overlap` },
            { zh: '让两格至少在一项上不同', en: 'make them differ in at least one field' },
          ),
        );
    }
    const sum = spread.cells.reduce((x, cell) => x + cell.count, 0);
    if (sum !== blueprint.questions)
      findings.push(
        finding(
          id,
          ['questions'],
          {
            zh: `各格共 ${sum} 题，questions 写的是 ${blueprint.questions}`,
            en: `the cells hold ${sum} questions, \`questions\` says ${blueprint.questions}`,
          },
          { zh: '让两者相等', en: 'make them equal' },
        ),
      );
    return findings;
  }
  for (const axis of ['topics', 'kinds', 'difficulty'] as const) {
    if (spread[axis].length > 0 && spread[axis].every((share) => share.weight === 0))
      findings.push(
        finding(
          id,
          [axis],
          { zh: `${axis} 的权重全是 0`, en: `every weight under ${axis} is 0` },
          { zh: '给至少一项大于 0 的权重，或删去这一轴', en: 'give one a weight above 0, or remove the axis' },
        ),
      );
  }
  for (const [i, { name }] of spread.topics.entries()) {
    const other = spread.topics.find((each, j) => j < i && topicsMeet(each.name, name));
    if (other !== undefined)
      findings.push(
        finding(
          id,
          ['topics', name],
          { zh: `${name} 与 ${other.name} 重叠`, en: `${name} and ${other.name} overlap` },
          { zh: '一题只能算一次：留下一个', en: 'a question counts once: keep one of them' },
        ),
      );
  }
  return findings;
}

function checkRules(id: string, blueprint: Blueprint, loose: LooseBlueprint): Finding[] {
  const findings: Finding[] = [];
  if (loose.cells !== undefined && (loose.topics ?? loose.kinds ?? loose.difficulty) !== undefined)
    findings.push(
      finding(
        id,
        ['cells'],
        { zh: 'cells 与 topics、kinds、difficulty 不能同时写', en: '`cells` and weights exclude each other' },
        { zh: '留下一种', en: 'keep one of the two' },
      ),
    );
  if (blueprint.pass !== null && blueprint.pass > blueprint.points)
    findings.push(
      finding(
        id,
        ['pass'],
        {
          zh: `及格线 ${blueprint.pass} 高于满分 ${blueprint.points}`,
          en: `the pass mark ${blueprint.pass} is above full marks, ${blueprint.points}`,
        },
        { zh: '让 pass ≤ points', en: 'let pass ≤ points' },
      ),
    );
  if (findings.length > 0 || checkSpread(id, blueprint).length > 0) return findings;
  const cells = cellsOf(blueprint);
  const used = new Set(cells.map((cell) => cell.kind));
  const trueFalse = cells.reduce((x, cell) => x + (cell.kind === 'truefalse' ? cell.count : 0), 0);
  if (trueFalse * 5 > blueprint.questions)
    findings.push(
      finding(
        id,
        ['kinds'],
        { zh: `判断题 ${trueFalse} 道，超过 20%`, en: `${trueFalse} true/false questions are more than 20 %` },
        { zh: '降低 truefalse 的权重', en: 'lower the weight of truefalse' },
      ),
    );
  const missing = [...used].filter((kind) => kind === null || !blueprint.order.includes(kind));
  if (blueprint.order.length > 0 && missing.length > 0)
    findings.push(
      finding(
        id,
        ['order'],
        {
          zh: `order 没有列出 ${missing.map((kind) => kind ?? '任意题型').join('、')}`,
          en: `\`order\` does not list ${missing.map((kind) => kind ?? 'any kind').join(', ')}`,
        },
        { zh: '列出卷中每一种题型，或删去 order', en: 'list every kind of the paper, or remove `order`' },
      ),
    );
  return findings;
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
          finding(
            id,
            [],
            { zh: `文件名 ${id} 不能作 id`, en: `the file name ${id} cannot be an id` },
            { zh: '用小写字母、数字、短横线', en: 'use lower-case letters, digits, hyphens' },
          ),
        ]),
    ...checkTopics(id, blueprint),
    ...checkSpread(id, blueprint),
    ...checkRules(id, blueprint, data),
  ];
  return hasErrors(all) ? { blueprint: null, findings: all } : { blueprint, findings: all };
}
