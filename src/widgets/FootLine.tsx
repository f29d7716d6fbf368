import { useEffect, useRef, useState } from 'preact/hooks';
import type { Messages } from '#i18n/messages.ts';
import { KEY_HELP } from './lab-keys.ts';
import type { Translator } from './translator.ts';

interface FootLineProps {
  readonly t: Translator;
  readonly messages: Messages;
  readonly disabled: boolean;
  /** Address of this very state, absolute. */
  address(): string;
  /** The state as a program. */
  program(): string;
  /** The widget's frame, whose tables the first button opens. */
  readonly root: { readonly current: HTMLElement | null };
  readonly helpOpen: boolean;
  /** Whether anything in the widget is random, and there is a key for a new seed. */
  readonly hasSeed: boolean;
  onHelp(open: boolean): void;
}

/** The foot line of every widget: table, code, share, print, keys. */
export function FootLine({ t, messages, disabled, address, program, root, helpOpen, hasSeed, onHelp }: FootLineProps) {
  const [codeOpen, setCodeOpen] = useState(false);
  // The program of the moment the panel was opened; before the first frame and in play there is none yet.
  const code = useRef('');
  if (!codeOpen) code.current = '';
  else if (code.current === '') code.current = program();
  const [shared, setShared] = useState<string | null>(null);
  const setTables = (open: boolean): void => {
    for (const twin of root.current?.querySelectorAll('details.twin') ?? []) twin.toggleAttribute('open', open);
  };
  const share = async (): Promise<void> => {
    const url = address();
    const copied = await navigator.clipboard?.writeText(url).then(
      () => true,
      () => false,
    );
    setShared(copied === true ? t('lab.shared') : url);
  };
  return (
    <div class="foot">
      <p class="foot-line">
        <button
          type="button"
          disabled={disabled}
          onClick={() => setTables(root.current?.querySelector('details.twin:not([open])') !== null)}
        >
          {t('lab.table')}
        </button>
        <button type="button" disabled={disabled} aria-expanded={codeOpen} onClick={() => setCodeOpen(!codeOpen)}>
          {t('lab.code')}
        </button>
        <button type="button" disabled={disabled} onClick={() => void share()}>
          {t('lab.share')}
        </button>
        <button
          type="button"
          disabled={disabled}
          onClick={() => {
            setTables(true);
            print();
          }}
        >
          {t('lab.print')}
        </button>
        <button type="button" disabled={disabled} aria-expanded={helpOpen} onClick={() => onHelp(!helpOpen)}>
          {t('lab.keys')}
        </button>
      </p>
      <p class="share" role="status">
        {shared !== null && <output>{shared}</output>}
      </p>
      {helpOpen && (
        <dl class="keys">
          {KEY_HELP.filter(([, action]) => hasSeed || action !== 'new-seed').map(([keys, action]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{t(`lab.key.${action}`)}</dd>
            </div>
          ))}
        </dl>
      )}
      {codeOpen && code.current === '' && <p class="fact">{t('lab.codeWaits')}</p>}
      {code.current !== '' && <CodePanel key={code.current} code={code.current} messages={messages} t={t} />}
    </div>
  );
}

interface CodePanelProps {
  readonly code: string;
  readonly messages: Messages;
  readonly t: Translator;
}

/** The code panel, loaded when it is first wanted. */
function CodePanel({ code, messages, t }: CodePanelProps) {
  const host = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    let unmount: () => void = () => undefined;
    import('#components/run/panel.ts').then(
      ({ mountRunPanel }) => {
        if (!gone && host.current !== null) unmount = mountRunPanel(host.current, { code, messages });
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
      unmount();
    };
  }, [code, messages]);
  return (
    <>
      {failed && (
        <p class="failure" role="alert">
          {t('lab.codeFailed')}
        </p>
      )}
      <div ref={host} class="code-panel" />
    </>
  );
}
