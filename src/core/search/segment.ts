import type { SearchDictionary, TermRecord } from './dictionary.ts';
import { hasHan, isWordCharacter } from './text.ts';

/** A stretch of a query: a name of a glossary term, or what lies between names. */
export type Segment =
  | { readonly kind: 'term'; readonly text: string; readonly term: TermRecord }
  | { readonly kind: 'rest'; readonly text: string };

/** Glossary names of a dictionary, ready to be found in queries. */
export interface NameTable {
  readonly terms: ReadonlyMap<string, TermRecord>;
  /** Length of the longest name, in UTF-16 units. */
  readonly longest: number;
}

/** One record for terms that share a name: it asks for what either is called, and the first says where it is taught. */
function join(first: TermRecord, second: TermRecord): TermRecord {
  const foundIn = ({ names, found }: TermRecord): readonly string[] => names.slice(0, found);
  const names = [...new Set([...foundIn(first), ...foundIn(second)])];
  return { ...first, names, found: names.length };
}

/** Indexes all names; a name that terms share stands for all of them. English plurals count as the name. */
export function buildNameTable(dictionary: SearchDictionary): NameTable {
  const terms = new Map<string, TermRecord>();
  const share = (name: string, term: TermRecord): void => {
    const known = terms.get(name);
    terms.set(name, known === undefined || known.id === term.id ? (known ?? term) : join(known, term));
  };
  const add = (name: string, term: TermRecord): void => {
    if (!terms.has(name)) terms.set(name, term);
  };
  for (const term of dictionary.terms) for (const name of term.names) share(name.replaceAll('-', ' '), term);
  for (const term of dictionary.terms) {
    for (const name of term.names) {
      if (/[a-z]$/.test(name))
        add(
          /(?:s|x|ch|sh)$/.test(name) ? `${name}es` : /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`,
          term,
        );
    }
  }
  for (const [name, term] of [...terms]) if (/^[a-z0-9 ]+$/.test(name)) add(name.replaceAll(' ', ''), term);
  return { terms, longest: Math.max(0, ...[...terms.keys()].map((name) => name.length)) };
}

/** Whether a name may begin or end at this place: Latin words are taken whole, Han characters stand for themselves. */
function isBoundary(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text[at];
  if (before === undefined || after === undefined) return true;
  return hasHan(before) || hasHan(after) || !isWordCharacter(before) || !isWordCharacter(after);
}

/**
 * Cuts a normalised query into names and rests, greedily from the left, the longest name first. `leakyrelu` and
 * `leaky-relu` are `leaky relu`.
 */
export function segmentQuery(query: string, names: NameTable): readonly Segment[] {
  const segments: Segment[] = [];
  let rest = '';
  const flush = (): void => {
    if (rest.trim() !== '') segments.push({ kind: 'rest', text: rest.trim() });
    rest = '';
  };
  for (let at = 0; at < query.length; ) {
    const hit = isBoundary(query, at) ? longestName(query, at, names) : null;
    if (hit === null) {
      rest += query[at];
      at += 1;
    } else {
      flush();
      segments.push(hit);
      at += hit.text.length;
    }
  }
  flush();
  return segments;
}

function longestName(query: string, at: number, names: NameTable): (Segment & { kind: 'term' }) | null {
  const rest = query.slice(at);
  for (let length = Math.min(names.longest, rest.length); length > 0; length--) {
    if (!isBoundary(query, at + length)) continue;
    const text = rest.slice(0, length);
    const term = names.terms.get(text) ?? names.terms.get(text.replaceAll('-', ' '));
    if (term === undefined) continue;
    // 激活函 is 激活函数 about to be written, not 激活 and 函.
    const longer = length < rest.length ? findUnfinished(rest, names) : undefined;
    return longer === undefined ? { kind: 'term', text, term } : { kind: 'term', text: rest, term: longer };
  }
  return null;
}

/** The first term with a name that begins with the given text: readers search before they have finished a word. */
export function findUnfinished(text: string, names: NameTable): TermRecord | undefined {
  for (const [name, term] of names.terms) if (name.startsWith(text)) return term;
  return undefined;
}
