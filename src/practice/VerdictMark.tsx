import type { JSX } from 'preact';
import type { Verdict } from '#core/exam/report.ts';
import { useWords } from './words.ts';

/** Strokes of a red pencil on a 40 × 40 field: tick, tick with a bar, cross, ring. */
const STROKES: Readonly<Record<Verdict, readonly string[]>> = {
  right: ['M6 22c4 3 7 7 9 12C19 22 26 12 36 5'],
  partial: ['M6 22c4 3 7 7 9 12C19 22 26 12 36 5', 'M14 14c5 2 10 6 14 12'],
  wrong: ['M8 7c8 8 16 17 24 27', 'M33 6C24 14 15 24 7 34'],
  blank: ['M21 6C11 6 6 13 7 21s8 13 15 12 12-8 11-16S27 6 19 7'],
};

/** The marking in the margin, 朱批: drawn for the eye, said in words for everybody. */
export function VerdictMark({ verdict }: { verdict: Verdict }): JSX.Element {
  const { t } = useWords();
  return (
    <span class={`verdict-mark verdict-${verdict}`}>
      <svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
        {STROKES[verdict].map((d) => (
          <path key={d} d={d} />
        ))}
      </svg>
      <b>{t(`exam.verdict.${verdict}`)}</b>
    </span>
  );
}
