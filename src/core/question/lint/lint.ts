/** The table of rules, and running them over items and bank with waivers taken into account. */
import type { Finding } from '../finding.ts';
import { L02, L03 } from './duplicates.ts';
import { L15, L16, L17, L18 } from './form.ts';
import { GATES } from './gates.ts';
import { L06 } from './length-cue.ts';
import { L09, L10 } from './negation.ts';
import { L21, L22 } from './neighbours.ts';
import { L28 } from './numeric-item.ts';
import { L30 } from './parity.ts';
import { L23, L26 } from './provenance.ts';
import { L19, L20 } from './reasons.ts';
import type { BankRule, Draft, LintContext, LintItem, Rule } from './rule.ts';
import { L13, L14 } from './shared-words.ts';
import { L11, L12, L24, L25, L27, L32 } from './stem.ts';
import { L05, L07, L08 } from './word-cues.ts';

/**
 * Rules judged on one item. L01 and L04 are `keys.ts`, without which there is no item; L31 and missing fields are the
 * schema's; L29 runs code and lives with the proofs.
 */
export const RULES: readonly Rule[] = [
  L02,
  L03,
  L05,
  L06,
  L07,
  L08,
  L09,
  L10,
  L11,
  L12,
  L13,
  L14,
  L15,
  L16,
  L17,
  L18,
  L19,
  L20,
  L23,
  L24,
  L25,
  L26,
  L27,
  L28,
  L30,
  L32,
];

/** Rules and gates judged on the bank. */
export const BANK_RULES: readonly BankRule[] = [L21, L22, ...GATES];

function toFinding(
  rule: { readonly id: string; readonly name: string; readonly severity: Finding['severity'] },
  draft: Draft,
  item: string | null,
): Finding {
  const { path, language, found, todo } = draft;
  return {
    rule: rule.id,
    name: rule.name,
    severity: draft.severity ?? rule.severity,
    language,
    item,
    path,
    found,
    todo,
  };
}

/** Everything the rules find in one item. */
export function lintItem(item: LintItem, context: LintContext): Finding[] {
  return RULES.flatMap((rule) => rule.check(item, context).map((draft) => toFinding(rule, draft, item.question.id)));
}

/** Everything the bank rules and gates find. */
export function lintBank(items: readonly LintItem[], context: LintContext): Finding[] {
  return BANK_RULES.flatMap((rule) => rule.check(items, context).map((draft) => toFinding(rule, draft, draft.item)));
}

/** What an author waives: reasons by rule, for the items one file makes. */
export interface Waivers {
  /** Ids of the item, or of all variants of the template. */
  readonly items: ReadonlySet<string>;
  readonly name: string;
  readonly reasons: Readonly<Record<string, string>>;
}

/**
 * Takes waived warnings out. A waiver of an error changes nothing and is itself an error, as is a stale one: a rule that
 * finds nothing in the item, or is none.
 */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waivers[]): Finding[] {
  const used = new Set<string>();
  const misused = new Set<string>();
  const kept = findings.filter((finding) => {
    const waiver = waivers.find(
      ({ items, reasons }) => finding.item !== null && items.has(finding.item) && finding.rule in reasons,
    );
    if (waiver === undefined) return true;
    const key = `${waiver.name} ${finding.rule}`;
    if (finding.severity === 'error') misused.add(key);
    else used.add(key);
    return finding.severity === 'error';
  });
  const complaints = waivers.flatMap(({ name, reasons }) =>
    Object.keys(reasons).flatMap((rule): Finding[] => {
      const key = `${name} ${rule}`;
      if (used.has(key) && !misused.has(key)) return [];
      const error = misused.has(key);
      return [
        {
          rule: 'waiver',
          name: 'waiver',
          severity: 'error',
          language: null,
          item: name,
          path: ['waive', rule],
          found: error
            ? { zh: `${rule} 在这里是错误，不能豁免`, en: `${rule} is an error here and cannot be waived` }
            : { zh: `${rule} 在这里没有发现什么，豁免已经过时`, en: `${rule} finds nothing here; the waiver is stale` },
          todo: error
            ? { zh: '改正题目', en: 'mend the item' }
            : { zh: `从 waive 里删去 ${rule}`, en: `take ${rule} out of waive` },
        },
      ];
    }),
  );
  return [...kept, ...complaints];
}
