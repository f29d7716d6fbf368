import type { JSX } from 'preact';
import type { Blueprint } from '#core/exam/blueprint.ts';
import { useWords } from './words.ts';

/** What a paper asks of its reader: how many questions, how long, what passes, and whether it tells as it goes. */
export function Facts({ blueprint }: { blueprint: Blueprint }): JSX.Element {
  const { t } = useWords();
  const { questions, minutes, points, pass, mode } = blueprint;
  return (
    <ul class="paper-facts">
      <li>{t('exam.facts.questions', { n: questions })}</li>
      <li>{minutes === null ? t('exam.facts.untimed') : t('exam.facts.minutes', { n: minutes })}</li>
      <li>{pass === null ? t('exam.facts.noPass', { points }) : t('exam.facts.pass', { pass, points })}</li>
      <li>{t(`exam.facts.${mode}`)}</li>
    </ul>
  );
}
