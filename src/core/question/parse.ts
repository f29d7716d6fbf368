/** The one converter from what authors write to what the program trusts. */
import { withHashes } from './canonical.ts';
import { type Finding, hasErrors } from './finding.ts';
import { toFindings } from './issues.ts';
import { checkKeys } from './keys.ts';
import type { Bilingual, Difficulty, Option, OptionId, Question, QuestionId, Tolerance } from './question.ts';
import { idSchema, type LooseOption, type LooseQuestion, looseQuestionSchema } from './schema.ts';

/** A converted item with what only checks need. */
export interface ParsedItem {
  readonly question: Question;
  /** Reasons for waived warnings, by rule. */
  readonly waivers: Readonly<Record<string, string>>;
}

/** The item, or null when an error stands in the way; warnings may come with an item. */
export interface ParseResult {
  readonly item: ParsedItem | null;
  readonly findings: readonly Finding[];
}

/** Brands a text that is known to be an item's or a variant's id. */
export function asQuestionId(text: string): QuestionId {
  return text as QuestionId;
}

/** Brands a text that is known to be an option's id. */
export function asOptionId(text: string): OptionId {
  return text as OptionId;
}

function toOption(loose: LooseOption): Option {
  const value = loose.value === undefined ? null : String(loose.value);
  const text: Bilingual = loose.text ?? { zh: value ?? '', en: value ?? '' };
  return {
    id: asOptionId(loose.id),
    text,
    value,
    key: loose.key === true,
    misconception: loose.misconception ?? null,
    why: loose.why,
  };
}

function toTolerance(loose: Extract<LooseQuestion, { kind: 'numeric' }>['tolerance']): Tolerance {
  if (loose === undefined || loose === 'exact') return { kind: 'exact' };
  return 'abs' in loose ? { kind: 'abs', by: loose.abs } : { kind: 'rel', by: loose.rel };
}

function toDifficulty(n: number): Difficulty {
  return n === 1 || n === 2 ? n : 3;
}

function toQuestion(id: string, template: string | null, loose: LooseQuestion): Question {
  const [section = '', heading = null] = loose.section.split('#');
  const common = {
    id: asQuestionId(id),
    template: template === null ? null : asQuestionId(template),
    section,
    heading,
    level: loose.level,
    difficulty: toDifficulty(loose.difficulty),
    verified: loose.verified,
    refs: loose.source.refs ?? [],
    stem: loose.stem,
    concept: loose.concept ?? null,
    figure: loose.figure ?? null,
    negative: loose.negative ?? false,
    scenario: loose.scenario ?? false,
    retired: loose.retired ?? null,
    enemies: [...new Set(loose.enemies ?? [])].sort().map(asQuestionId),
    proof: loose.proof ?? null,
    itemHash: '',
    keyHash: '',
  };
  switch (loose.kind) {
    case 'single':
    case 'multiple':
      return { ...common, kind: loose.kind, order: loose.order ?? 'shuffle', options: loose.options.map(toOption) };
    case 'truefalse':
      return { ...common, kind: loose.kind, answer: loose.answer, why: loose.why };
    case 'numeric':
      return {
        ...common,
        kind: loose.kind,
        values: typeof loose.value === 'string' ? [loose.value] : loose.value,
        unit:
          loose.unit === 'none'
            ? null
            : { text: { zh: loose.unit.zh, en: loose.unit.en }, accept: loose.unit.accept ?? [] },
        tolerance: toTolerance(loose.tolerance),
        places: loose.places ?? null,
        accept: loose.accept ?? ['decimal', 'scientific', 'grouped'],
        why: loose.why,
        traps: loose.traps ?? [],
      };
  }
}

/** An option takes a text or a value, and not both; the schema cannot say so without losing the field's place. */
function checkTexts(loose: LooseQuestion, item: string): Finding[] {
  if (loose.kind !== 'single' && loose.kind !== 'multiple') return [];
  return loose.options.flatMap((option, i): Finding[] => {
    if ((option.text === undefined) !== (option.value === undefined)) return [];
    const both = option.text !== undefined;
    return [
      {
        rule: 'schema',
        name: 'schema',
        severity: 'error',
        language: null,
        item,
        path: ['options', i],
        found: both
          ? { zh: `选项 ${option.id} 同时写了 text 和 value`, en: `option ${option.id} has both text and value` }
          : { zh: `选项 ${option.id} 没有 text，也没有 value`, en: `option ${option.id} has neither text nor value` },
        todo: {
          zh: '数写成 value，其余写成 text: { zh, en }',
          en: 'write value for a number, text: { zh, en } for anything else',
        },
      },
    ];
  });
}

/**
 * Converts an author's item.
 *
 * @param id the file's name without ending, or a variant's id (then `template` is the template's id)
 * @param loose what the file holds, of any shape
 * @returns the item, or null with at least one error; every path leads into `loose`
 */
export function parseItem(id: string, loose: unknown, template: string | null = null): ParseResult {
  const findings: Finding[] = [];
  if (!idSchema.safeParse(template ?? id).success) {
    findings.push({
      rule: 'schema',
      name: 'schema',
      severity: 'error',
      language: null,
      item: id,
      path: [],
      found: { zh: `文件名 ${id} 不能作 id`, en: `the file name ${id} cannot be an id` },
      todo: { zh: '用 3–48 个小写字母、数字或短横线', en: 'use 3–48 lower-case letters, digits or hyphens' },
    });
  }
  const shaped = looseQuestionSchema.safeParse(loose);
  if (!shaped.success) return { item: null, findings: [...findings, ...toFindings(shaped.error.issues, loose, id)] };
  findings.push(...checkTexts(shaped.data, id));
  const question = toQuestion(id, template, shaped.data);
  findings.push(...checkKeys(question));
  if (hasErrors(findings)) return { item: null, findings };
  return { item: { question: withHashes(question), waivers: shaped.data.waive ?? {} }, findings };
}
