import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Blueprint } from '#core/exam/blueprint.ts';
import { formatLink } from '#core/exam/link.ts';
import { openBrowserExamStore } from '#storage/exam-store.ts';
import { proposeSeed } from './chance.ts';
import { Facts } from './Facts.tsx';
import { PastAttempts } from './PastAttempts.tsx';
import { listPapers, type PastPapers } from './past-papers.ts';
import { StorageBanner } from './StorageBanner.tsx';
import { readSeedField } from './seed-field.ts';
import { type IslandProps, makeWords, WordsContext } from './words.ts';

interface Props extends IslandProps {
  readonly blueprints: readonly Blueprint[];
}

const SEED_FIELD = 'seed';

/** The seed's field as the build left it, while a reader may already be typing; null at build. */
function builtField(): HTMLInputElement | null {
  return typeof document === 'undefined' ? null : document.querySelector<HTMLInputElement>(`input#${SEED_FIELD}`);
}

/** The page /exam/: go on with a paper, or choose one. Rendered at build too, so that all of it can be read without script. */
export function ExamStart(props: Props): JSX.Element {
  const words = useMemo(() => makeWords(props), []);
  // Hydration starts from what was built; what was typed until then is put back after it.
  const early = useMemo(() => builtField()?.value ?? '', []);
  const [typed, setTyped] = useState('');
  const [proposed, setProposed] = useState('');
  const [papers, setPapers] = useState<PastPapers>({ attempts: [], quarantined: [] });
  const store = useMemo(() => (typeof window === 'undefined' ? null : openBrowserExamStore()), []);
  const { t, to, language } = words;
  const propose = (): string => {
    const fresh = proposeSeed();
    setProposed(fresh);
    return fresh;
  };
  useEffect(() => {
    const typing = document.activeElement === builtField();
    const fresh = propose();
    setTyped((now) => now || early || (typing ? '' : fresh));
    if (store !== null) void listPapers(store).then(setPapers);
  }, [store]);
  const { seed, kind } = readSeedField(typed, proposed);
  const note = props.blueprints[0]?.note[language];
  const oneNote = props.blueprints.every((blueprint) => blueprint.note[language] === note);
  const mocks = props.blueprints.filter(({ mode }) => mode === 'exam');
  const drills = props.blueprints.filter(({ mode }) => mode === 'practice');
  const alike =
    new Set(drills.map(({ questions, minutes, points, pass }) => [questions, minutes, points, pass].join())).size === 1;
  // The built page has none: a press before the script runs would lead everybody to the same paper.
  const address = (blueprint: Blueprint): string | undefined =>
    seed === ''
      ? undefined
      : `${to('/exam/run/')}${formatLink({ bank: props.bank, blueprint: blueprint.id, seed, mock: 1, form: 'A' })}`;
  return (
    <WordsContext.Provider value={words}>
      {store !== null && <StorageBanner store={store} />}
      {store !== null && (
        <PastAttempts papers={papers} store={store} onChange={() => void listPapers(store).then(setPapers)} />
      )}
      <ul class="blueprint-list">
        {mocks.map((blueprint, place) => (
          <li key={blueprint.id} id={blueprint.id}>
            <h2>{blueprint.title[language]}</h2>
            <Facts blueprint={blueprint} />
            {!oneNote && <p class="exam-note">{blueprint.note[language]}</p>}
            <p class="needs-js">
              <a
                class={place === 0 && papers.attempts.length === 0 ? 'button primary' : 'button'}
                href={address(blueprint)}
              >
                {t('exam.open.exam')}
              </a>
            </p>
          </li>
        ))}
      </ul>
      {drills.length > 0 && (
        <section class="drills" aria-labelledby="drills">
          <h2 id="drills">{t('exam.drills')}</h2>
          {alike && drills[0] && <Facts blueprint={drills[0]} />}
          <ul>
            {drills.map((blueprint) => (
              <li key={blueprint.id} id={blueprint.id}>
                <a class="needs-js" href={address(blueprint)}>
                  {blueprint.title[language]}
                </a>
                {!alike && <Facts blueprint={blueprint} />}
                {!oneNote && <p class="exam-note">{blueprint.note[language]}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {oneNote && <p class="exam-note">{note}</p>}
      <div class="seed-field needs-js">
        <label for={SEED_FIELD}>{t('exam.seed.label')}</label>
        <input
          id={SEED_FIELD}
          type="text"
          value={typed}
          maxLength={32}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-describedby="seed-note"
          aria-invalid={kind === 'unusable'}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => setTyped((now) => now || proposed)}
        />
        <button type="button" onClick={() => setTyped(propose())}>
          {t('exam.seed.another')}
        </button>
        <p id="seed-note" class="exam-note">
          {t('exam.seed.note')}
          {kind !== 'as-is' && <br />}
          {kind !== 'as-is' && t(`exam.seed.${kind}`, { seed })}
        </p>
      </div>
    </WordsContext.Provider>
  );
}
