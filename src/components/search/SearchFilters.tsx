import type { JSX } from 'preact';
import type { ChapterSlug } from '#core/course/outline.ts';
import { RESULT_KINDS, type ResultKind } from '#core/search/dictionary.ts';
import type { SearchFilter } from '#core/search/visible-results.ts';
import type { Say } from './SearchResults.tsx';

/** The message that names a chapter of the search's dictionary: the build puts those of the course into it, no others. */
const chapterKey = (slug: string) => `chapter.${slug}` as `chapter.${ChapterSlug}`;

/** Kind as one row of choices with their counts, chapter as a select. */
export function SearchFilters(props: {
  readonly filter: SearchFilter;
  readonly counts: Readonly<Record<ResultKind, number>>;
  readonly chapters: readonly string[];
  readonly t: Say;
  readonly onChange: (filter: SearchFilter) => void;
}): JSX.Element {
  const { filter, counts, chapters, t, onChange } = props;
  const choices: readonly (ResultKind | '')[] = ['', ...RESULT_KINDS];
  const total = counts.section + counts.question + counts.term;
  return (
    <div class="search-filters">
      <fieldset>
        <legend class="visually-hidden">{t('search.kinds')}</legend>
        {choices.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="search-kind"
              checked={filter.kind === kind}
              onChange={() => onChange({ ...filter, kind })}
            />
            <span>
              {t(kind === '' ? 'search.all' : `search.${kind}`)} <small>{kind === '' ? total : counts[kind]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <label class="search-chapter">
        <span class="visually-hidden">{t('search.chapters')}</span>
        <select
          value={filter.chapter}
          onChange={(event) => onChange({ ...filter, chapter: event.currentTarget.value })}
        >
          <option value="">{t('search.everyChapter')}</option>
          {chapters.map((chapter) => (
            <option key={chapter} value={chapter}>
              {t(chapterKey(chapter))}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
