import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { RESULT_KINDS, type ResultKind } from '#core/search/dictionary.ts';
import type { SearchFilter, VisibleGroup } from '#core/search/visible-results.ts';
import { islandTranslator } from '#i18n/island-messages.ts';
import type { Messages } from '#i18n/messages.ts';
import { SearchFilters } from './SearchFilters.tsx';
import { type Say, SearchResults } from './SearchResults.tsx';
import { type SearchState, useSearch } from './use-search.ts';

interface Asked {
  readonly query: string;
  readonly filter: SearchFilter;
}
/** The group that was asked for more, and how many of its results stood there before. */
interface Grown {
  readonly kind: ResultKind;
  readonly from: number;
}
const EVERYTHING: SearchFilter = { kind: '', chapter: '' };

/** What a search page's address asks for: `?q=…&kind=…&chapter=…`; unknown kinds are everything. */
function readAddress(search: string): Asked {
  const asked = new URLSearchParams(search);
  const kind = RESULT_KINDS.find((candidate) => candidate === asked.get('kind')) ?? '';
  return { query: asked.get('q') ?? '', filter: { kind, chapter: asked.get('chapter') ?? '' } };
}

function writeAddress({ query, filter }: Asked): void {
  const entries = Object.entries({ q: query.trim(), ...filter }).filter(([, value]) => value !== '');
  const search = new URLSearchParams(entries).toString();
  history.replaceState(null, '', `${location.pathname}${search === '' ? '' : `?${search}`}`);
}

/** Moves through the field and the results with the arrow keys; from the first result up, back to the field. */
function moveFocus(event: JSX.TargetedKeyboardEvent<HTMLElement>): void {
  const down = event.key === 'ArrowDown';
  if ((!down && event.key !== 'ArrowUp') || event.isComposing) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type="search"], a[data-result]')];
  const at = stops.findIndex((stop) => stop.matches(':focus'));
  if (at < 0) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, at + (down ? 1 : -1)))]?.focus();
}

/** Says what was put right, what was not found and what to do then, how many there are. */
function Notice(props: {
  readonly state: SearchState;
  readonly t: Say;
  readonly onAsk: (query: string, correct: boolean) => void;
  readonly onWiden: () => void;
  readonly onRetry: () => void;
}): JSX.Element {
  const { state, t, onAsk, onWiden, onRetry } = props;
  const link = (text: string, onClick: () => void): JSX.Element => (
    <button type="button" class="quiet" onClick={onClick}>
      {text}
    </button>
  );
  switch (state.kind) {
    case 'idle':
      return (
        <p class="search-note">
          {t('search.hint')}
          <br />
          {([1, 2, 3] as const).map((n) => link(t(`search.example.${n}`), () => onAsk(t(`search.example.${n}`), true)))}
        </p>
      );
    case 'loading':
      return <p class="search-note">{t('search.loading')}</p>;
    case 'failed':
      return (
        <p class="search-note">
          {t(`error.${state.failure}`)} {link(t('search.retry'), onRetry)}
        </p>
      );
    case 'answered': {
      const { plan, suggestions } = state.answer;
      const empty = state.visible.groups.length === 0;
      return (
        <>
          {plan.corrections.length > 0 && (
            <p class="search-note">
              {t('search.corrected', { query: plan.query })}{' '}
              {link(t('search.undo', { query: state.query.trim() }), () => onAsk(state.query, false))}
            </p>
          )}
          {empty && state.visible.hidden > 0 && (
            <p class="search-note">
              {t('search.filtered', { n: state.visible.hidden })} {link(t('search.widen'), onWiden)}
            </p>
          )}
          {empty && state.visible.hidden === 0 && (
            <p class="search-note" data-search-empty>
              {plan.units.length === 0
                ? t('search.tooCommon', { query: state.query.trim() })
                : `${t('search.none', { query: state.query.trim() })} ${t(suggestions.length > 0 ? 'search.suggestions' : 'search.noneHint')}`}
              <br />
              {suggestions.map((name) => link(name, () => onAsk(name, true)))}
            </p>
          )}
        </>
      );
    }
  }
}

/**
 * The search itself, in the dialog and on its page: field, notices, filters, results in groups.
 *
 * @param props.messages `search.`, `chapter.` and `error.search` messages
 * @param props.page whether this is the search page, whose address follows the query
 */
export function SearchPanel(props: {
  readonly messages: Messages;
  readonly base: string;
  readonly locale: string;
  readonly page: boolean;
}): JSX.Element {
  const t = useMemo(() => islandTranslator(props.messages), [props.messages]);
  // What stands in the field, and what of it is asked: the letters of an unfinished syllable are not.
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  const [correct, setCorrect] = useState(true);
  const [filter, setFilter] = useState(EVERYTHING);
  const [unfolded, setUnfolded] = useState<readonly ResultKind[]>([]);
  const [attempt, setAttempt] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const grown = useRef<Grown | null>(null);
  const focusField = (): void => root.current?.querySelector('input')?.focus();
  const state = useSearch({ query, correct, filter, unfolded, attempt }, props.base, props.locale);

  useEffect(() => {
    if (!props.page) return;
    const asked = readAddress(location.search);
    setTyped(asked.query);
    setQuery(asked.query);
    setFilter(asked.filter);
  }, [props.page]);

  const ask = (words: string, mayCorrect: boolean): void => {
    setTyped(words);
    setQuery(words);
    setCorrect(mayCorrect);
    setUnfolded([]);
    grown.current = null;
    if (props.page) writeAddress({ query: words, filter });
    focusField();
  };
  // Listened to by hand: as a property Preact would wait for an event called `CompositionEnd`.
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    const field = root.current?.querySelector('input');
    const onEnd = (): void => latest.current(field?.value ?? '', true);
    field?.addEventListener('compositionend', onEnd);
    return () => field?.removeEventListener('compositionend', onEnd);
  }, []);
  const narrow = (chosen: SearchFilter): void => {
    setFilter(chosen);
    if (props.page) writeAddress({ query, filter: chosen });
  };
  // A button that goes when it has done its work would take the focus with it.
  useEffect(() => {
    if (grown.current === null || root.current?.contains(document.activeElement)) return;
    const { kind, from } = grown.current;
    grown.current = null;
    const added = root.current?.querySelectorAll<HTMLElement>(`a[data-result="${kind}"]`)[from];
    if (added === undefined) focusField();
    else added.focus();
  }, [state]);
  const unfold = ({ kind, shown }: VisibleGroup): void => {
    grown.current = { kind, from: shown.length };
    setUnfolded([...unfolded, kind]);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    root.current?.querySelector<HTMLElement>('a[data-result]')?.focus();
  };
  const answered = state.kind === 'answered' ? state : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the controls inside; each works without them.
    <div class="search-panel" ref={root} onKeyDown={moveFocus}>
      <search>
        <form onSubmit={submit}>
          <label>
            <span class="visually-hidden">{t('search.label')}</span>
            <input
              type="search"
              name="q"
              value={typed}
              placeholder={t('search.placeholder')}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              enterkeyhint="search"
              maxLength={200}
              onInput={(event) => {
                if (event.isComposing) setTyped(event.currentTarget.value);
                else ask(event.currentTarget.value, true);
              }}
            />
          </label>
        </form>
      </search>
      {answered !== null && answered.visible.groups.length + answered.visible.hidden > 0 && (
        <SearchFilters
          filter={filter}
          counts={answered.visible.counts}
          chapters={answered.chapters}
          t={t}
          onChange={narrow}
        />
      )}
      <div class="search-results">
        <div role="status">
          <Notice
            state={state}
            t={t}
            onAsk={ask}
            onWiden={() => {
              narrow(EVERYTHING);
              focusField();
            }}
            onRetry={() => {
              setAttempt(attempt + 1);
              focusField();
            }}
          />
          {answered !== null && answered.visible.groups.length > 0 && (
            <p class="visually-hidden">{t('search.counts', answered.visible.counts)}</p>
          )}
        </div>
        {answered !== null && (
          <SearchResults groups={answered.visible.groups} cards={answered.cards} t={t} onUnfold={unfold} />
        )}
      </div>
    </div>
  );
}
