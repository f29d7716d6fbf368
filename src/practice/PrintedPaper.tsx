import type { JSX } from 'preact';
import type { Attempt, AttemptQuestion } from '#core/exam/attempt.ts';
import { Facts } from './Facts.tsx';
import { kindWords, letterAt } from './question-words.ts';
import { Rendered } from './Rendered.tsx';
import { useWords, type Words } from './words.ts';

function choices({ question, options }: AttemptQuestion, { t, language }: Words): string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return options.map((id) => question.options.find((option) => option.id === id)?.text[language] ?? '');
    case 'truefalse':
      return [t('question.true'), t('question.false')];
    case 'numeric':
      return [];
  }
}

/** The whole paper on paper: every question with boxes to tick, and on top what it takes to find it again. No answers. */
export function PrintedPaper({ attempt }: { attempt: Attempt }): JSX.Element {
  const words = useWords();
  const { t, language } = words;
  const { blueprint } = attempt;
  return (
    <div class="printed-paper">
      <p class="printed-title">{blueprint.title[language]}</p>
      <Facts blueprint={blueprint} />
      <p class="exam-note">{blueprint.note[language]}</p>
      <p class="exam-note">
        {t('exam.fingerprint')} {attempt.fingerprint} · {attempt.link}
      </p>
      <ol>
        {attempt.questions.map((asked) => (
          <li key={asked.candidate}>
            <p class="exam-note">{kindWords(asked.question, words)}</p>
            <Rendered html={asked.question.stem[language]} block />
            {asked.question.kind === 'numeric' && <p class="printed-blank" />}
            <ul>
              {choices(asked, words).map((html, place) => (
                <li key={letterAt(place)}>
                  <span class="printed-box" /> {letterAt(place)} <Rendered html={html} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  );
}
