import type { JSX } from 'preact';
import type { TopicResult } from '#core/exam/report.ts';
import type { Bilingual } from '#core/question/question.ts';
import { useWords } from './words.ts';

interface Props {
  /** Worst first. */
  readonly sections: readonly TopicResult[];
  readonly titles: Readonly<Record<string, Bilingual>>;
}

/** Which sections to read again, worst first; below them, in one line, those that sit. */
export function SectionResults({ sections, titles }: Props): JSX.Element {
  const { t, to, language } = useWords();
  const weak = sections.filter((result) => result.right < result.total);
  const sound = sections.filter((result) => result.right === result.total);
  const link = ({ topic }: TopicResult): JSX.Element => (
    <a href={to(`/chapters/${topic}/`)}>{titles[topic]?.[language] ?? topic}</a>
  );
  return (
    <section class="report-part" aria-labelledby="by-section">
      <h2 id="by-section">{t('exam.report.sections')}</h2>
      {weak.length > 0 && (
        <table class="section-results">
          <thead>
            <tr>
              <th scope="col">{t('exam.report.section')}</th>
              <th scope="col">{t('exam.report.ratio')}</th>
            </tr>
          </thead>
          <tbody>
            {weak.map((result) => (
              <tr key={result.topic}>
                <td>{link(result)}</td>
                <td>
                  {result.right} / {result.total}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sound.length > 0 && (
        <p>
          {t('exam.report.sound')}{' '}
          {sound.map((result, i) => (
            <span key={result.topic}>
              {i > 0 && t('exam.listComma')}
              {link(result)}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
