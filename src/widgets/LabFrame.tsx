import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { sayFailure } from '#core/failures.ts';
import type { HashProblem } from '#core/state/url-codec.ts';
import type { Messages } from '#i18n/messages.ts';
import type { TensorFailure } from '#tensor/protocol.ts';
import { FootLine } from './FootLine.tsx';
import { type LabKey, labKeyOf } from './lab-keys.ts';
import { PredictionCard, type Prompt } from './PredictionCard.tsx';
import type { Translator } from './translator.ts';

/** What the lab's keys do in a widget, where they do anything; help is the frame's own. */
export type LabActions = Readonly<Record<Exclude<LabKey, 'help' | 'new-seed'>, () => void>> & {
  readonly 'new-seed'?: (() => void) | undefined;
};

type Root = Pick<JSX.HTMLAttributes<HTMLDivElement>, 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'>;

interface LabFrameProps extends Root {
  /** Name of the widget, as a class, and of this place on the page, for the fields in it. */
  readonly name: string;
  readonly place: string;
  readonly t: Translator;
  readonly messages: Messages;
  readonly root: { readonly current: HTMLDivElement | null };
  /** True until script runs. */
  readonly disabled: boolean;
  readonly actions: LabActions;
  /** What was wrong with the address. */
  readonly problems: readonly HashProblem[];
  readonly failure: TensorFailure | null;
  onRetry(): void;
  /** Questions of the present frame; none before there is one. */
  readonly prompts: readonly Prompt[];
  /** Path of the widget's own page with the present state behind `#`. */
  readonly address: string;
  /** The state as a program. */
  program(): string;
  /** What the controls are set to, in words: on paper there are none. */
  readonly settings?: readonly string[] | undefined;
  readonly children: ComponentChildren;
}

/**
 * What every widget stands in: the lab's keys, what was wrong with the address, failures with a way to try again, the
 * prediction card and the foot line. The widget brings its figures and its control line as children.
 */
export function LabFrame(props: LabFrameProps) {
  const { t, root, actions, problems, failure, disabled } = props;
  // Before script runs the page knows its own host from the build alone.
  const whole = (): string => new URL(props.address, disabled ? import.meta.env.SITE : location.href).href;
  const [helpOpen, setHelpOpen] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = labKeyOf(event);
    if (key === null) return;
    const action = key === 'help' ? () => setHelpOpen(!helpOpen) : actions[key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and drags are caught for the controls inside
    <div
      ref={root}
      class={`lab-widget ${props.name}`}
      onKeyDown={onKeyDown}
      onPointerMove={props.onPointerMove}
      onPointerUp={props.onPointerUp}
      onPointerCancel={props.onPointerCancel}
    >
      {problems.length > 0 && (
        <ul class="problems">
          {problems.map((problem) => (
            <li key={problem.key}>
              {sayFailure(t, problem.code, { key: problem.key, value: problem.value, valid: problem.valid })}
            </li>
          ))}
        </ul>
      )}
      {failure !== null && (
        <p class="failure" role="alert">
          {sayFailure(t, failure.code, { detail: failure.detail })}{' '}
          <button type="button" onClick={props.onRetry}>
            {t('lab.retry')}
          </button>
        </p>
      )}
      {props.children}
      {props.prompts.length > 0 && <PredictionCard prompts={props.prompts} name={`predict-${props.place}`} t={t} />}
      <FootLine
        t={t}
        messages={props.messages}
        disabled={disabled}
        address={whole}
        program={props.program}
        root={root}
        helpOpen={helpOpen}
        hasSeed={actions['new-seed'] !== undefined}
        onHelp={setHelpOpen}
      />
      {props.settings?.map((line) => (
        <p key={line} class="print-only settings-said">
          {line}
        </p>
      ))}
      <p class="print-only address">{whole()}</p>
    </div>
  );
}
