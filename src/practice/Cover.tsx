import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { TimeFactor } from '#core/exam/journal.ts';
import { formatLink } from '#core/exam/link.ts';
import { FactorSelect } from './ClockFace.tsx';
import { CopyLink } from './CopyLink.tsx';
import { Facts } from './Facts.tsx';
import { Notice } from './Notice.tsx';
import type { ReadyPaper } from './open-paper.ts';
import { PrintFromCover } from './PrintFromCover.tsx';
import { RawDownload } from './RawDownload.tsx';
import { useWords } from './words.ts';

interface Props {
  readonly paper: ReadyPaper;
  readonly onStart: (factor: TimeFactor) => void;
}

/** The cover of a paper: what it is, its number to compare, and the button that starts the clock. */
export function Cover({ paper, onStart }: Props): JSX.Element {
  const { t, language, to } = useWords();
  const [factor, setFactor] = useState<TimeFactor>(1);
  const [starting, setStarting] = useState(false);
  const { blueprint, link, unreadable } = paper;
  return (
    <article class="exam-cover">
      <h1>{blueprint.title[language]}</h1>
      <p class="exam-note">{blueprint.note[language]}</p>
      <Facts blueprint={blueprint} />
      <dl class="paper-identity">
        <div>
          <dt>{t('exam.seed.label')}</dt>
          <dd>
            <code>{link.seed}</code>
            {link.form !== 'A' && ` · ${t('exam.form', { form: link.form })}`}
          </dd>
        </div>
        <div>
          <dt>{t('exam.fingerprint')}</dt>
          <dd>
            <code>{paper.paper.fingerprint}</code>
          </dd>
        </div>
      </dl>
      {blueprint.minutes !== null && <FactorSelect factor={factor} onPick={setFactor} />}
      {unreadable !== null && (
        <Notice>
          <p>{t(`error.${unreadable.failure.code}`, unreadable.failure.values)}</p>
          <RawDownload raw={unreadable.raw} />
        </Notice>
      )}
      {paper.finished !== null && (
        <p>
          {t('exam.cover.again')} <a href={to(`/exam/report/#${paper.finished}`)}>{t('exam.cover.report')}</a>
        </p>
      )}
      <p class="cover-start">
        <button
          type="button"
          class="primary"
          aria-disabled={starting}
          onClick={() => {
            // Disabled, it would lose the focus before the question is there to take it.
            if (starting) return;
            setStarting(true);
            onStart(factor);
          }}
        >
          {t('exam.start')}
        </button>
        <span class="exam-note">{t(blueprint.minutes === null ? 'exam.cover.kept' : 'exam.cover.clock')}</span>
      </p>
      <CopyLink link={formatLink(link)} />
      <PrintFromCover paper={paper} />
    </article>
  );
}
