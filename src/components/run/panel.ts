/**
 * The code panel: edit, run, stop, read. Plain DOM, since chapter pages, question pages and widgets share it.
 *
 * It is loaded when a reader wants it; TensorFlow.js only when the code is run, in a worker of its own.
 */
import { sayFailure } from '#core/failures.ts';
import { islandTranslator } from '#i18n/island-messages.ts';
import type { Messages } from '#i18n/messages.ts';
import { runSnippet } from '#tensor/snippet-client.ts';
import type { SnippetOutcome } from '#tensor/snippet-protocol.ts';
import { linkStyle } from '../link-style.ts';
import { buildEditor } from './editor.ts';
import { element } from './element.ts';
import styles from './panel.css?url';

/** What a run is held against, once it has ended well. */
export interface Verdict {
  readonly ok: boolean;
  readonly text: string;
}

/** What the panel is mounted with. */
export interface RunPanelOptions {
  readonly code: string;
  /** `run.*` and `error.snippet-*` of the page's language. */
  readonly messages: Messages;
  /** Lines the code is known to print; compared after each run of the unchanged code. */
  readonly expected?: string | null;
  /** Judges the outcome instead, e.g. a proof's value against its claim. */
  readonly judge?: (outcome: SnippetOutcome & { kind: 'returned' }) => Verdict;
  /** Run at once; for a press that asked for both. */
  readonly start?: boolean;
  readonly timeoutMs?: number;
}

/** Builds the panel inside `host`, in place of what is there. @returns ends a run and empties the host */
export function mountRunPanel(host: HTMLElement, options: RunPanelOptions): () => void {
  void linkStyle(styles);
  const t = islandTranslator(options.messages);
  const editor = buildEditor(options.code, t('run.editor'), t('run.keys'));
  const runButton = element('button', { type: 'button', class: 'primary' }, t('run.run'));
  const stopButton = element('button', { type: 'button' }, t('run.stop'));
  const resetButton = element('button', { type: 'button' }, t('run.reset'));
  const copyButton = element('button', { type: 'button', 'data-copy': '' }, t('run.copy'));
  const status = element('span', { class: 'status', role: 'status' });
  const output = element('pre', { class: 'run-output', tabindex: '0', role: 'log', 'aria-label': t('run.output') });
  const verdict = element('p', { class: 'verdict', role: 'status' });
  const panel = element(
    'div',
    { class: 'run-panel' },
    editor.root,
    element('div', { class: 'run-bar' }, runButton, stopButton, resetButton, copyButton, status),
    output,
    verdict,
  );
  let running: AbortController | null = null;

  function setRunning(controller: AbortController | null): void {
    running = controller;
    // A disabled button would lose the focus when a run begins or ends.
    runButton.ariaDisabled = String(controller !== null);
    stopButton.ariaDisabled = String(controller === null);
  }

  async function run(): Promise<void> {
    if (running !== null) return;
    const controller = new AbortController();
    const code = editor.value();
    const lines: string[] = [];
    setRunning(controller);
    output.replaceChildren();
    output.hidden = true;
    verdict.textContent = '';
    delete verdict.dataset['ok'];
    editor.markLine(null);
    status.textContent = t('run.loading');
    const outcome = await runSnippet(code, {
      signal: controller.signal,
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
      onStart: () => {
        status.textContent = t('run.running');
      },
      onLog: (line) => {
        output.hidden = false;
        if (line !== null) lines.push(line);
        output.append(line === null ? element('em', {}, t('run.cut')) : `${line}\n`);
      },
    });
    if (running === controller) setRunning(null);
    show(outcome, lines, code === options.code);
  }

  function show(outcome: SnippetOutcome, lines: readonly string[], original: boolean): void {
    status.textContent = 'ms' in outcome ? t('run.done', { ms: Math.round(outcome.ms) }) : '';
    switch (outcome.kind) {
      case 'returned': {
        if (outcome.text !== null) print(t('run.returned', { value: outcome.text }), 'value');
        else if (lines.length === 0) status.textContent += ` ${t('run.nothing')}`;
        const found = options.judge?.(outcome) ?? (original ? compare(lines) : null);
        if (found !== null) {
          verdict.textContent = found.text;
          verdict.dataset['ok'] = String(found.ok);
        }
        return;
      }
      case 'threw':
        editor.markLine(outcome.line);
        print(
          outcome.line === null
            ? t('run.threw', { message: outcome.message })
            : t('run.threwAt', { line: outcome.line, message: outcome.message }),
          'error',
        );
        return;
      case 'refused':
        editor.markLine(outcome.line);
        print(sayFailure(t, outcome.code, { line: outcome.line }), 'error');
        return;
      case 'stopped':
        status.textContent = t('run.stopped');
        return;
      case 'timed-out':
        print(sayFailure(t, outcome.code, { seconds: outcome.seconds }), 'error');
        return;
      case 'unavailable':
        print(sayFailure(t, outcome.code, {}), 'error');
        return;
    }
  }

  function print(text: string, kind: 'value' | 'error'): void {
    output.hidden = false;
    output.append(element('span', { class: kind }, text));
  }

  function compare(lines: readonly string[]): Verdict | null {
    if (options.expected === undefined || options.expected === null) return null;
    const ok = lines.join('\n').trimEnd() === options.expected.trimEnd();
    return { ok, text: t(ok ? 'run.same' : 'run.differs') };
  }

  output.hidden = true;
  setRunning(null);
  runButton.addEventListener('click', () => void run());
  stopButton.addEventListener('click', () => running?.abort());
  resetButton.addEventListener('click', () => editor.reset());
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void run();
    }
  });
  host.replaceChildren(panel);
  if (options.start === true) void run();
  return () => {
    running?.abort();
    host.replaceChildren();
  };
}
