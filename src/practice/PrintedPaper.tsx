import type { JSX } from 'preact';
import type { Attempt, AttemptQuestion } from '#core/exam/attempt.ts';
import { parseLink } from '#core/exam/link.ts';
import { paperAddress } from './CopyLink.tsx';
import { Facts } from './Facts.tsx';
import { MarkedAnswer } from './MarkedAnswer.tsx';
import { keyWords, kindWords, letterAt } from './question-words.ts';
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

/** What it takes to find the same paper again and to see that two sheets belong together: seed, check number, address. */
function Identity({ attempt }: { attempt: Attempt }): JSX.Element {
  const { t, to } = useWords();
  const link = parseLink(attempt.link);
  const form = link.kind === 'done' && link.value.form !== 'A' ? ` · ${t('exam.form', { form: link.value.form })}` : '';
  return (
    <p class="exam-note printed-identity">
      {link.kind === 'done' && `${t('exam.seed.label')} ${link.value.seed}${form} · `}
      {t('exam.fingerprint')} {attempt.fingerprint}
      <br />
      {paperAddress(attempt.link, to)}
    </p>
  );
}

/** The whole paper on paper: every question with boxes to tick, and on top what it takes to find it again. No answers. */
export function PrintedPaper({ attempt }: { attempt: Attempt }): JSX.Element {
  const words = useWords();
  const { t, language } = words;
  const { blueprint } = attempt;
  return (
    <div class="printed-paper">
      <p class="printed-title">{blueprint.title[language]}</p>
      <p class="printed-name">
        {t('exam.print.name')} <span /> {t('exam.print.date')} <span />
      </p>
      <Facts blueprint={blueprint} />
      <p class="exam-note">{blueprint.note[language]}</p>
      <Identity attempt={attempt} />
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

/** The key of a paper, for whoever marks it: the right answers at a glance, then every question with its reasons. */
export function PrintedKey({ attempt }: { attempt: Attempt }): JSX.Element {
  const words = useWords();
  const { t, language } = words;
  return (
    <div class="printed-paper printed-key">
      <p class="printed-title">
        {attempt.blueprint.title[language]} · {t('exam.print.key')}
      </p>
      <Identity attempt={attempt} />
      <p class="printed-keys">
        {attempt.questions.map((asked, index) => (
          <span key={asked.candidate}>
            {index + 1} <b>{keyWords(asked, words)}</b>
          </span>
        ))}
      </p>
      <ol>
        {attempt.questions.map((asked) => (
          <li key={asked.candidate}>
            <Rendered html={asked.question.stem[language]} block />
            <MarkedAnswer asked={asked} answer={null} misconceptions={attempt.misconceptions} />
          </li>
        ))}
      </ol>
    </div>
  );
}
