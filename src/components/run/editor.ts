import { element } from './element.ts';

/** A small code editor: a text field beside its line numbers. */
export interface Editor {
  readonly root: HTMLElement;
  value(): string;
  reset(): void;
  /** Marks the number of a line, from 1; null takes the mark away. */
  markLine(line: number | null): void;
}

let editors = 0;

/**
 * Builds the editor. Tab indents by two; after Esc the next Tab leaves, so that the keyboard is never caught.
 *
 * @param label the field's name
 * @param hint how the keys work, told to screen readers with the field and shown under it
 */
export function buildEditor(code: string, label: string, hint: string): Editor {
  editors += 1;
  const hintId = `run-keys-${editors}`;
  const gutter = element('ol', { class: 'gutter', 'aria-hidden': 'true' });
  const field = element('textarea', {
    'aria-label': label,
    'aria-describedby': hintId,
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
    wrap: 'off',
  });
  field.value = code;
  let leaving = false;

  function count(): void {
    const lines = field.value.split('\n').length;
    field.rows = lines;
    while (gutter.children.length > lines) gutter.lastChild?.remove();
    while (gutter.children.length < lines) gutter.append(element('li', {}, String(gutter.children.length + 1)));
  }

  field.addEventListener('input', count);
  field.addEventListener('blur', () => {
    leaving = false;
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      leaving = true;
      return;
    }
    if (event.key === 'Tab' && !event.shiftKey && !leaving) {
      event.preventDefault();
      field.setRangeText('  ', field.selectionStart, field.selectionEnd, 'end');
      count();
    }
    if (event.key !== 'Tab' && event.key !== 'Shift') leaving = false;
  });
  count();
  return {
    root: element(
      'div',
      { class: 'editor' },
      element('div', { class: 'sheet' }, gutter, field),
      element('p', { class: 'hint', id: hintId }, hint),
    ),
    value: () => field.value,
    reset() {
      field.value = code;
      count();
      field.focus();
    },
    markLine(line) {
      for (const [i, number] of [...gutter.children].entries()) number.toggleAttribute('data-error', i + 1 === line);
    },
  };
}
