/** The parts of an item that a candidate or a reader sees, with their paths. */

import { columnsOf } from '../../text-width.ts';
import type { ItemPath } from '../finding.ts';
import { stripMarkdown } from '../fold.ts';
import type { Bilingual, Language, Option, Question } from '../question.ts';

/** Both languages, in the order findings are listed. */
export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** A text of the item and where it stands, without the language. */
export interface Part {
  readonly path: ItemPath;
  readonly text: Bilingual;
}

/** An option with its place among the options. */
export interface PlacedOption {
  readonly option: Option;
  readonly path: ItemPath;
}

/** The options of a choice question; none on other kinds. */
export function optionsOf(question: Question): readonly PlacedOption[] {
  if (question.kind !== 'single' && question.kind !== 'multiple') return [];
  return question.options.map((option, i) => ({
    option,
    path: ['options', i, option.value === null ? 'text' : 'value'],
  }));
}

/** Options whose text is written, not a bare value. */
export function textOptionsOf(question: Question): readonly PlacedOption[] {
  return optionsOf(question).filter(({ option }) => option.value === null);
}

/** A reason, and whether it belongs to a right answer. */
export interface Reason extends Part {
  readonly ofKey: boolean;
  /** The answer it explains, or null where that is no text. */
  readonly answer: Bilingual | null;
}

/** Every reason of the item. */
export function reasonsOf(question: Question): readonly Reason[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map((option, i) => ({
        path: ['options', i, 'why'],
        text: option.why,
        ofKey: option.key,
        answer: option.text,
      }));
    case 'truefalse':
      return [
        { path: ['why', 't'], text: question.why.t, ofKey: question.answer, answer: question.stem },
        { path: ['why', 'f'], text: question.why.f, ofKey: !question.answer, answer: question.stem },
      ];
    case 'numeric':
      return [
        { path: ['why'], text: question.why, ofKey: true, answer: null },
        ...question.traps.map(
          (trap, i): Reason => ({ path: ['traps', i, 'why'], text: trap.why, ofKey: false, answer: null }),
        ),
      ];
  }
}

/** Stem, written options and reasons: everything there is to read. */
export function partsOf(question: Question): readonly Part[] {
  return [
    { path: ['stem'], text: question.stem },
    ...textOptionsOf(question).map(({ option, path }) => ({ path, text: option.text })),
    ...reasonsOf(question),
  ];
}

/** A text without code fences. */
function withoutFences(text: string): string {
  return text.replace(/```[\s\S]*?```/g, ' ').trim();
}

/** The lead-in: the last sentence of the stem, Markdown kept. */
export function leadIn(stem: string, language: Language): string {
  const sentences = withoutFences(stem).split(language === 'zh' ? /(?<=[。！？?；\n])/ : /(?<=[.!?])\s+|\n/);
  return sentences.map((sentence) => sentence.trim()).findLast((sentence) => /[\p{L}\d]/u.test(sentence)) ?? '';
}

/** Display width of a text in columns, Markdown stripped. */
export function widthOf(text: string): number {
  return columnsOf(stripMarkdown(text));
}

/** Number of Chinese characters. */
export function countHan(text: string): number {
  return stripMarkdown(text).match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** Number of English words; a formula or a number is one. */
export function countWords(text: string): number {
  return stripMarkdown(withoutFences(text))
    .split(/\s+/)
    .filter((word) => /[\p{L}\d]/u.test(word)).length;
}
