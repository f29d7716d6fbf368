import styles from './compare-table.css?inline';

/**
 * The controls of a `<Compare>` table: one toggle a column, one field that filters rows by their text.
 * On a narrow screen two columns are shown at first, so that a phone shows row heading and two cells side by side. There
 * the style sets rows as lines, so roles say that they are still rows. Paper cannot be asked for more: it gets the whole table.
 */
const ROLES: Readonly<Record<string, string>> = {
  TABLE: 'table',
  THEAD: 'rowgroup',
  TBODY: 'rowgroup',
  TR: 'row',
  TH: 'columnheader',
  TD: 'cell',
};

function columnCells(table: HTMLTableElement, column: number): HTMLElement[] {
  return [...table.rows].flatMap((row) => {
    const cell = row.cells[column];
    return cell === undefined ? [] : [cell];
  });
}

function equip(box: HTMLElement): void {
  const table = box.querySelector('table');
  const head = table?.tHead?.rows[0];
  if (table === null || head === undefined) return;
  const keep = Number(box.dataset['compare']);
  for (const part of [table, ...table.querySelectorAll('thead, tbody, tr, th, td')])
    part.setAttribute('role', ROLES[part.tagName] ?? '');
  const controls = document.createElement('div');
  controls.className = 'compare-controls';

  const columns = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = box.dataset['columns'] ?? '';
  columns.append(legend);
  for (const [index, cell] of [...head.cells].entries()) {
    if (index < keep) continue;
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.type = 'checkbox';
    input.checked = innerWidth >= 720 || index < keep + 2;
    const apply = (): void => {
      for (const member of columnCells(table, index)) member.classList.toggle('left-out', !input.checked);
    };
    input.addEventListener('change', apply);
    apply();
    label.append(input, cell.textContent ?? '');
    columns.append(label);
  }

  const filter = document.createElement('label');
  const field = document.createElement('input');
  field.type = 'search';
  const none = document.createElement('output');
  filter.append(box.dataset['filter'] ?? '', field);
  field.addEventListener('input', () => {
    const wanted = field.value.trim().toLowerCase();
    let shown = 0;
    for (const row of table.tBodies[0]?.rows ?? []) {
      const fits = (row.textContent ?? '').toLowerCase().includes(wanted);
      row.classList.toggle('left-out', !fits);
      shown += fits ? 1 : 0;
    }
    none.textContent = shown === 0 ? (box.dataset['none'] ?? '') : '';
  });
  controls.append(columns, filter, none);
  box.prepend(controls);
}

/** Gives every `<Compare>` table of the page its controls; their style comes along in this file. */
export function equipCompareTables(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  for (const box of document.querySelectorAll<HTMLElement>('[data-compare]')) equip(box);
}
