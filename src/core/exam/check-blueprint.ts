/** What a schema cannot say of a blueprint: that its topics exist, its cells are disjoint and its numbers agree. */
import { isChapterSlug, locateSection, OUTLINE } from '#core/course/outline.ts';
import type { Finding, ItemPath } from '#core/question/finding.ts';
import type { Bilingual } from '#core/question/question.ts';
import { type Blueprint, type Cell, isInTopic, type Topic } from './blueprint.ts';
import type { LooseBlueprint } from './blueprint-schema.ts';
import { cellsOf } from './cells.ts';

/** An error in the author's form of a blueprint, at a path. */
export function blueprintFinding(item: string, path: ItemPath, found: Bilingual, todo: Bilingual): Finding {
  return { rule: 'blueprint', name: 'blueprint', severity: 'error', language: null, item, path, found, todo };
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
      blueprintFinding(
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
          blueprintFinding(
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
        blueprintFinding(
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
        blueprintFinding(
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
        blueprintFinding(
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
      blueprintFinding(
        id,
        ['cells'],
        { zh: 'cells 与 topics、kinds、difficulty 不能同时写', en: '`cells` and weights exclude each other' },
        { zh: '留下一种', en: 'keep one of the two' },
      ),
    );
  if (blueprint.pass !== null && blueprint.pass > blueprint.points)
    findings.push(
      blueprintFinding(
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
      blueprintFinding(
        id,
        ['kinds'],
        { zh: `判断题 ${trueFalse} 道，超过 20%`, en: `${trueFalse} true/false questions are more than 20 %` },
        { zh: '降低 truefalse 的权重', en: 'lower the weight of truefalse' },
      ),
    );
  const missing = [...used].filter((kind) => kind === null || !blueprint.order.includes(kind));
  if (blueprint.order.length > 0 && missing.length > 0)
    findings.push(
      blueprintFinding(
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

/** Findings about a blueprint of the right shape; paths lead into the author's form. */
export function checkBlueprint(blueprint: Blueprint, loose: LooseBlueprint): Finding[] {
  const { id } = blueprint;
  return [...checkTopics(id, blueprint), ...checkSpread(id, blueprint), ...checkRules(id, blueprint, loose)];
}
