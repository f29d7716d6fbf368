import type { NumberKey } from '#core/question/grade.ts';

/**
 * Says beside an opened answer whether the reader's own was right and marks the rows chosen, now and whenever it changes.
 * The reasons stand in the order of the options, so that places are all it takes; a number is marked as on a paper.
 */
export function markOwnAnswer(form: HTMLFormElement, details: HTMLDetailsElement): void {
  const [own = '', ...verdicts] = (details.dataset['own'] ?? '').split('|');
  const said = document.createElement('p');
  said.className = 'own';
  said.role = 'status';
  details.querySelector('summary')?.after(said);
  const say = (answer: string, verdict: string | undefined): void => {
    said.textContent = answer === '' ? '' : `${own}${answer}${verdict === undefined ? '' : ` · ${verdict}`}`;
  };

  const markChoices = (inputs: readonly HTMLInputElement[]): void => {
    const rows = [...details.querySelectorAll('.reasons > li')];
    const isKey = (place: number): boolean => rows[place]?.classList.contains('right') === true;
    const chosen = inputs.flatMap((input, place) => (input.checked ? [place] : []));
    for (const [place, row] of rows.entries()) row.classList.toggle('chosen', chosen.includes(place));
    const keys = inputs.filter((_, place) => isKey(place)).length;
    const hits = chosen.filter(isKey).length;
    const misses = chosen.length - hits;
    const full = hits === keys && misses === 0;
    const some = keys > 1 && hits / keys > misses / (inputs.length - keys);
    const names = chosen.map((place) => {
      const label = inputs[place]?.closest('label');
      return (label?.querySelector('.letter') ?? label)?.textContent?.trim();
    });
    say(names.join(' '), verdicts[full ? 0 : some ? 1 : 2]);
  };

  const markNumber = async (key: NumberKey, typed: string): Promise<void> => {
    const { gradeNumber } = await import('#core/question/grade.ts');
    const grade = gradeNumber(key, typed, 'practice');
    say(typed.trim(), grade.kind === 'graded' ? verdicts[grade.units > 0 ? 0 : 2] : undefined);
  };

  const mark = (): void => {
    if (!details.open) return;
    const inputs = [...form.querySelectorAll('input')];
    const key = details.dataset['number'];
    if (key === undefined) markChoices(inputs);
    else void markNumber(JSON.parse(key), inputs[0]?.value ?? '');
  };
  details.addEventListener('toggle', mark);
  form.addEventListener('change', mark);
  form.addEventListener('submit', mark);
  mark();
}
