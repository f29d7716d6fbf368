/**
 * Filters a list as the reader types or chooses: `[data-filter-list="#list"]` holds the fields, items carry their words in
 * `data-filter-item` and what selects compare in `data-<name>`. The choice stands in the address, so that it can be shared.
 */
function equip(box: HTMLElement): void {
  const list = document.querySelector(box.dataset['filterList'] ?? '');
  const items = [...(list?.querySelectorAll<HTMLElement>('[data-filter-item]') ?? [])];
  const text = box.querySelector<HTMLInputElement>('[data-filter-text]');
  const selects = [...box.querySelectorAll<HTMLSelectElement>('select')];
  const note = box.querySelector<HTMLOutputElement>('[data-filter-none]');
  const asked = new URLSearchParams(location.search);
  if (text) text.value = asked.get('q') ?? '';
  for (const select of selects) {
    const wanted = asked.get(select.name) ?? '';
    if ([...select.options].some((option) => option.value === wanted)) select.value = wanted;
  }

  const apply = (): void => {
    const words = (text?.value ?? '').normalize('NFKC').trim().toLowerCase().split(/\s+/);
    let shown = 0;
    for (const item of items) {
      const all = `${item.dataset['filterItem'] ?? ''} ${item.textContent ?? ''}`.toLowerCase();
      const fits =
        words.every((word) => all.includes(word)) &&
        selects.every((select) => select.value === '' || (item.dataset[select.name] ?? '').startsWith(select.value));
      item.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    if (note)
      note.textContent =
        shown === 0 ? (note.dataset['text'] ?? '') : (note.dataset['count'] ?? '').replace('{n}', String(shown));
  };
  const remember = (): void => {
    apply();
    const query = new URLSearchParams();
    if (text?.value) query.set('q', text.value);
    for (const select of selects) if (select.value !== '') query.set(select.name, select.value);
    history.replaceState(null, '', `${location.pathname}${query.size > 0 ? `?${query}` : ''}${location.hash}`);
  };
  text?.addEventListener('input', remember);
  for (const select of selects) select.addEventListener('change', remember);
  apply();
}

/** Makes every filterable list of the page filter. */
export function equipFilterLists(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-filter-list]')) equip(box);
}
