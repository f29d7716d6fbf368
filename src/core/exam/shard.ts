/**
 * The questions of one section or one template as the browser fetches them, beside the index in `bank/<hash>/`.
 *
 * Format 1, JSON: `{ format, questions, misconceptions }`.
 */
import type { Bilingual, Question } from '#core/question/question.ts';
import { done, failed, type Outcome } from './failure.ts';

/** Full questions, texts as HTML, with the names of their misconceptions. */
export interface Shard {
  readonly questions: readonly Question[];
  readonly misconceptions: Readonly<Record<string, Bilingual>>;
}

/** The shard as the text of its file. */
export function encodeShard({ questions, misconceptions }: Shard): string {
  return JSON.stringify({ format: 1, questions, misconceptions });
}

/**
 * Reads a shard's file. The file is the site's own, so only its format is checked.
 *
 * @returns the shard, or `exam-bank-unreachable` for text that is no shard of format 1
 */
export function decodeShard(text: string): Outcome<Shard> {
  try {
    const { format, questions, misconceptions } = JSON.parse(text);
    return format === 1
      ? done({ questions, misconceptions })
      : failed('exam-bank-unreachable', { detail: `format ${String(format)}` });
  } catch (error) {
    return failed('exam-bank-unreachable', { detail: String(error) });
  }
}
