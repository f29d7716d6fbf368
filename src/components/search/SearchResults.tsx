import type { JSX } from 'preact';
import type { ResultKind } from '#core/search/dictionary.ts';
import type { ExcerptPart } from '#core/search/excerpt.ts';
import type { VisibleGroup } from '#core/search/visible-results.ts';
import type { Translate } from '#i18n/messages.ts';
import type { SearchCard } from './search-client.ts';

/** The message function of the search. */
export type Say = Translate;

function Marked({ parts }: { readonly parts: readonly ExcerptPart[] }): JSX.Element {
  return <>{parts.map((part, i) => (part.marked ? <mark key={i}>{part.text}</mark> : part.text))}</>;
}

function Card({ card, kind }: { readonly card: SearchCard; readonly kind: ResultKind }): JSX.Element {
  return (
    <li>
      <a class="result" href={card.url} data-result={kind}>
        <b>
          <Marked parts={card.title} />
          {card.place !== '' && <small>{card.place}</small>}
        </b>
        {card.excerpt.length > 0 && kind !== 'question' && (
          <span>
            <Marked parts={card.excerpt} />
          </span>
        )}
      </a>
    </li>
  );
}

/** The groups of an answer: sections, questions, terms, each a list of links under its name. */
export function SearchResults(props: {
  readonly groups: readonly VisibleGroup[];
  readonly cards: ReadonlyMap<string, SearchCard>;
  readonly t: Say;
  readonly onUnfold: (group: VisibleGroup) => void;
}): JSX.Element {
  const { groups, cards, t, onUnfold } = props;
  return (
    <>
      {groups.map((group) => {
        const { kind, shown, total } = group;
        return (
          <section class="result-group" aria-labelledby={`search-${kind}`} key={kind}>
            <h2 id={`search-${kind}`}>{t(`search.${kind}`)}</h2>
            <ul>
              {shown.map(({ id }) => {
                const card = cards.get(id);
                return card === undefined ? null : <Card key={id} card={card} kind={kind} />;
              })}
            </ul>
            {total > shown.length && shown.length < 20 && (
              <button type="button" class="quiet" onClick={() => onUnfold(group)}>
                {t('search.more', { n: Math.min(total, 20) - shown.length })}
              </button>
            )}
          </section>
        );
      })}
    </>
  );
}
