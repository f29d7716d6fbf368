/** Builds and checks every variant of a template, and chooses the ones to publish. */
import { compare, parseDecimal, roundDecimal, toDecimal } from '#core/math/fraction.ts';
import { compareHashes, hashLabels } from '#core/random/hash.ts';
import { canonicalJson } from './canonical.ts';
import type { Finding } from './finding.ts';
import { foldText } from './fold.ts';
import { type ParsedItem, parseItem } from './parse.ts';
import type { Bilingual } from './question.ts';
import type { Built, BuiltDistractor, BuiltKey, Params, ParamValue, Template } from './template.ts';

/** Most draws that may pass `require`. */
export const MAX_DRAWS = 5_000;
/** Fewest variants that must remain. */
export const MIN_VARIANTS = 8;
/** Most variants that are published: those of least hash, so a larger grid replaces few. */
export const MAX_PUBLISHED = 64;

/** What became of a template. */
export interface Expansion {
  /** Every sound variant, sorted by id; all of them are linted and proved. */
  readonly variants: readonly ParsedItem[];
  /** The ids to publish. */
  readonly published: ReadonlySet<string>;
  /** Draws left out because two of their answers coincide. */
  readonly rejected: number;
  readonly findings: readonly Finding[];
}

function paramText(value: ParamValue): string {
  return typeof value === 'object' ? value.map(paramText).join('x') : String(value).replace('.', '_');
}

/** `conv-size~n28.k5.p2.s1`; a decimal point is written `_`, a vector's parts are joined by `x`: `w0_5x-1`. */
export function variantId(template: string, params: Params): string {
  return `${template}~${Object.entries(params)
    .map(([name, value]) => name + paramText(value))
    .join('.')}`;
}

/** A computed number as exact text, or null when it is not finite. Float noise beyond 12 significant digits is cut. */
function exactText(value: number | string, places: number | null): string | null {
  const exact = parseDecimal(typeof value === 'string' ? value : value.toPrecision(12));
  if (exact === null) return null;
  return places === null ? toDecimal(exact) : roundDecimal(exact, places);
}

interface Answer {
  readonly role: string;
  readonly value: string | null;
  readonly text: Bilingual | undefined;
  readonly misconception: string | undefined;
  readonly why: Bilingual;
}

class NotFinite extends Error {}

function toAnswer(role: string, built: BuiltKey | BuiltDistractor, places: number | null): Answer {
  const value = built.value === undefined ? null : exactText(built.value, places);
  if (built.value !== undefined && value === null) throw new NotFinite(`${role}: ${built.value}`);
  return {
    role,
    value,
    text: built.text,
    misconception: 'misconception' in built ? built.misconception : undefined,
    why: built.why,
  };
}

function coincide(x: Answer, y: Answer): boolean {
  const [p, q] = [parseDecimal(x.value ?? ''), parseDecimal(y.value ?? '')];
  if (p !== null && q !== null) return compare(p, q) === 0;
  if (x.text === undefined || y.text === undefined) return false;
  return foldText(x.text.zh) === foldText(y.text.zh) || foldText(x.text.en) === foldText(y.text.en);
}

/** Options in an order that gives nothing away: numbers ascending, texts by hash; letters follow. */
function toOptions(id: string, answers: readonly Answer[]): unknown[] {
  const rank = (answer: Answer) => ({
    answer,
    number: parseDecimal(answer.value ?? ''),
    hash: hashLabels(id, 'letter', answer.role),
  });
  const ranked = answers
    .map(rank)
    .sort((x, y) => (x.number && y.number ? compare(x.number, y.number) : compareHashes(x.hash, y.hash)));
  return ranked.map(({ answer: { role, value, text, misconception, why } }, i) => ({
    id: String.fromCharCode(97 + i),
    ...(value === null ? { text } : { value }),
    ...(role.startsWith('key') ? { key: true } : {}),
    ...(misconception === undefined ? {} : { misconception }),
    why,
  }));
}

/** The authors' form of one variant, or null when two of its answers coincide. */
function assemble(id: string, template: Template, built: Built): Record<string, unknown> | null {
  const proof = built.proof === undefined ? {} : { proof: built.proof };
  if ('answer' in built)
    return { ...template.shared, ...proof, stem: built.stem, answer: built.answer, why: built.why };
  const keyList: readonly BuiltKey[] = 'why' in built.key ? [built.key] : built.key;
  const keys = keyList.map((key, i) => toAnswer(`key ${i}`, key, template.places));
  const wrong = built.distractors.map((distractor, i) => toAnswer(`distractor ${i}`, distractor, template.places));
  const answers = [...keys, ...wrong];
  if (answers.some((x, i) => answers.slice(0, i).some((y) => coincide(x, y)))) return null;
  const base = { ...template.shared, ...proof, stem: built.stem };
  if (template.kind !== 'numeric') return { ...base, options: toOptions(id, answers) };
  return {
    ...base,
    value: keys.map((key) => key.value ?? ''),
    why: keys[0]?.why,
    traps: wrong.map(({ value, misconception, why }) => ({ value: value ?? '', misconception, why })),
  };
}

/**
 * Expands a template.
 *
 * Throws nothing: what its code throws, answers that are not finite, variants that read alike, parameters that make no
 * id, too many or too few variants are findings that name the parameters.
 */
export function expandTemplate(id: string, template: Template): Expansion {
  const findings: Finding[] = [];
  const report = (item: string, path: string, found: Bilingual, todo: Bilingual): void => {
    findings.push({
      rule: 'template',
      name: 'template',
      severity: 'error',
      language: null,
      item,
      path: [path],
      found,
      todo,
    });
  };
  const variants: ParsedItem[] = [];
  const seen = new Map<string, string>();
  let drawn = 0;
  let rejected = 0;
  const take = (variant: string, built: Built): void => {
    const loose = assemble(variant, template, built);
    if (loose === null) {
      rejected++;
      return;
    }
    const parsed = parseItem(variant, loose, id);
    findings.push(...parsed.findings);
    if (parsed.item === null) return;
    const { stem } = parsed.item.question;
    const face = canonicalJson([stem, loose.options ?? loose.value ?? loose.answer]);
    const twin = seen.get(face);
    if (twin === undefined) variants.push(parsed.item);
    else
      report(
        variant,
        'build',
        { zh: `与 ${twin} 完全相同`, en: `is equal to ${twin}` },
        { zh: '让每个参数都出现在题目里', en: 'let every parameter show in the question' },
      );
    seen.set(face, variant);
  };
  try {
    for (const { params, build } of template.draws()) {
      if (++drawn > MAX_DRAWS) break;
      const variant = variantId(id, params);
      if (!/^[a-z0-9-]+~[a-zA-Z0-9._-]+$/.test(variant)) {
        report(
          variant,
          'params',
          { zh: `${variant} 不能作 id`, en: `${variant} cannot be an id` },
          { zh: '参数只用数、布尔值、[a-z0-9-] 文字', en: 'use numbers, booleans and texts of [a-z0-9-]' },
        );
        continue;
      }
      try {
        take(variant, build());
      } catch (error) {
        const what = error instanceof Error ? error.message : String(error);
        if (error instanceof NotFinite)
          report(
            variant,
            'build',
            { zh: `答案不是有限的数（${what}）`, en: `an answer is not finite (${what})` },
            { zh: '用 require 排除这样的参数', en: 'exclude such parameters by require' },
          );
        else
          report(
            variant,
            'build',
            { zh: `build 抛出：${what}`, en: `build throws: ${what}` },
            { zh: '修正 build，或用 require 排除', en: 'mend build, or exclude the draw by require' },
          );
      }
    }
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    report(
      id,
      'require',
      { zh: `require 抛出：${what}`, en: `require throws: ${what}` },
      { zh: '修正 require', en: 'mend require' },
    );
  }
  if (drawn > MAX_DRAWS)
    report(
      id,
      'params',
      { zh: `超过 ${MAX_DRAWS} 组参数`, en: `more than ${MAX_DRAWS} draws` },
      { zh: '缩小网格，或收紧 require', en: 'make the grid smaller or require stricter' },
    );
  if (variants.length < MIN_VARIANTS) {
    report(
      id,
      'params',
      {
        zh: `${drawn} 组参数中有 ${rejected} 组选项重合，只剩 ${variants.length} 个变体，至少要 ${MIN_VARIANTS} 个`,
        en: `of ${drawn} draws ${rejected} had coinciding options; ${variants.length} variants remain, at least ${MIN_VARIANTS} must`,
      },
      { zh: '扩大网格，或换不易重合的干扰项', en: 'widen the grid, or take distractors that coincide less' },
    );
  }
  variants.sort((x, y) => (x.question.id < y.question.id ? -1 : 1));
  const ranked = variants
    .map(({ question }) => question.id)
    .sort((x, y) => compareHashes(hashLabels('publish', x), hashLabels('publish', y)) || (x < y ? -1 : 1));
  return { variants, published: new Set(ranked.slice(0, MAX_PUBLISHED)), rejected, findings };
}
