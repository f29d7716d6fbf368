import { getCollection } from 'astro:content';
import type { Question } from '#core/question/question.ts';
import { bySection } from './course.ts';

/** The bank in teaching order, variants of templates left out but for the first of each. */
export async function loadListedQuestions(): Promise<readonly Question[]> {
  const all = bySection(
    (await getCollection('questions')).map((entry) => entry.data).sort((a, b) => (a.id < b.id ? -1 : 1)),
    (question) => question.section,
  );
  const seen = new Set<string>();
  return all.filter((question) => {
    if (question.template === null) return true;
    if (seen.has(question.template)) return false;
    seen.add(question.template);
    return true;
  });
}

/** Shortens a text to so many characters, the ellipsis in place of the rest included. */
export function shorten(text: string, characters: number): string {
  return text.length <= characters ? text : `${text.slice(0, characters - 1)}…`;
}
