import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { type GlossaryTerm, glossaryTermSchema } from '#core/course/glossary.ts';
import type { LocatedFinding } from '../bank/located.ts';
import { chapterFinding } from './findings.ts';

/** Words the field uses in two senses; each may be a name of two terms. */
const HOMONYMS: ReadonlySet<string> = new Set(['步长']);

/** Every name of a term once, as a reader may type it. */
function namesOf({ zh, en, aliases }: GlossaryTerm): ReadonlySet<string> {
  return new Set([zh, en, ...(aliases?.zh ?? []), ...(aliases?.en ?? [])].map((name) => name.toLowerCase()));
}

/**
 * The terms of the glossary that can be read, and what is wrong with it by itself: fields, ids that stand twice, names that
 * two terms claim.
 *
 * @param root folder of the repository
 */
export function readGlossary(root: string): {
  readonly terms: readonly GlossaryTerm[];
  readonly findings: readonly LocatedFinding[];
} {
  const file = 'content/glossary.yaml';
  const text = readFileSync(join(root, file), 'utf8');
  const list: unknown = parseYaml(text);
  const findings: LocatedFinding[] = [];
  const terms: GlossaryTerm[] = [];
  const seen = new Set<string>();
  const owners = new Map<string, string>();
  for (const [i, raw] of (Array.isArray(list) ? list : []).entries()) {
    const parsed = glossaryTermSchema.safeParse(raw);
    const id = typeof raw === 'object' && raw !== null && 'id' in raw ? String(raw.id) : `#${i + 1}`;
    const line = text.split('\n').findIndex((row) => row.trim() === `- id: ${id}`) + 1;
    const place = { file, line, column: 3, text };
    if (!parsed.success) {
      const message = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
      findings.push(
        chapterFinding(
          'glossary',
          place,
          { zh: `${id}：${message}`, en: `${id}: ${message}` },
          {
            zh: '术语有 id、zh、en、def、section，可有 aliases。',
            en: 'A term has id, zh, en, def, section and may have aliases.',
          },
        ),
      );
      continue;
    }
    if (seen.has(id))
      findings.push(
        chapterFinding(
          'glossary',
          place,
          { zh: `${id} 出现了两次`, en: `${id} stands twice` },
          { zh: '合并成一条。', en: 'Make them one.' },
        ),
      );
    else
      for (const name of namesOf(parsed.data)) {
        const owner = owners.get(name);
        owners.set(name, id);
        if (owner === undefined || HOMONYMS.has(name)) continue;
        findings.push(
          chapterFinding(
            'glossary',
            place,
            { zh: `${name} 也是 ${owner} 的名字`, en: `${name} is a name of ${owner} as well` },
            { zh: '一个名字只留给一条术语。', en: 'Leave a name to one term.' },
          ),
        );
      }
    seen.add(id);
    terms.push(parsed.data);
  }
  return { terms, findings };
}
