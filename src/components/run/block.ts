import type { Messages } from '#i18n/messages.ts';
import { element } from './element.ts';
import { mountRunPanel } from './panel.ts';

/** Turns a printed block into the code panel, runs it, and keeps the output the page states under it for comparison. */
export function openRunBlock(figure: HTMLElement, messages: Messages): void {
  const code = figure.querySelector<HTMLElement>('[data-code]');
  const stated = figure.querySelector<HTMLElement>('[data-output]');
  if (code === null) return;
  const host = element('div', { class: 'run-host' });
  code.before(host);
  code.hidden = true;
  // The panel brings its own, for the code as edited.
  figure.querySelector('[data-copy]')?.remove();
  stated?.before(element('p', { class: 'run-stated' }, messages['run.expected'] ?? ''));
  mountRunPanel(host, {
    code: (code.textContent ?? '').trimEnd(),
    messages,
    expected: stated?.textContent ?? null,
    start: true,
  });
  host.querySelector<HTMLElement>('button')?.focus();
}
