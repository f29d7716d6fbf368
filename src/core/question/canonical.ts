import { shortHash } from '#core/random/sha256.ts';
import type { Question } from './question.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** JSON with keys sorted and no white space: equal values have equal texts, whoever wrote them. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    entries.sort(([x], [y]) => (x < y ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** What decides the mark: kind, key, value and tolerance, and nothing a typo fix touches. */
function keyOf(question: Question): Json {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return {
        kind: question.kind,
        key: question.options
          .filter((option) => option.key)
          .map((option) => option.id)
          .sort(),
        value: question.options.filter((option) => option.key).map((option) => option.value),
      };
    case 'truefalse':
      return { kind: question.kind, key: question.answer };
    case 'numeric':
      return { kind: question.kind, value: question.values, tolerance: { ...question.tolerance } };
  }
}

/**
 * The item with both hashes filled in. `itemHash` covers everything but the hashes, with the enemies the author
 * declared; closing the enemy relation later changes no hash.
 */
export function withHashes<Item extends Question>(question: Item): Item {
  const { itemHash: _item, keyHash: _key, ...content } = question;
  return {
    ...question,
    itemHash: shortHash(canonicalJson(content)),
    keyHash: shortHash(canonicalJson(keyOf(question))),
  };
}
