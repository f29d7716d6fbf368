import type { ComponentChildren } from 'preact';
import type { Messages } from '#i18n/messages.ts';
import { LabFrame } from './LabFrame.tsx';
import { Player } from './Player.tsx';
import type { Prompt } from './PredictionCard.tsx';
import type { Translator } from './translator.ts';
import { type Steering, TRAINING_SPEEDS } from './use-training.ts';

interface TrainingFrameProps {
  readonly training: Steering;
  readonly name: string;
  readonly preset: string;
  readonly t: Translator;
  readonly messages: Messages;
  /** Path of the widget's own page. */
  readonly page: string;
  readonly prompts: readonly Prompt[];
  program(): string;
  /** The settings of each run in words, for paper. */
  readonly settings?: readonly string[] | undefined;
  readonly children: ComponentChildren;
}

/** The frame of a widget that trains. */
export function TrainingFrame({ training, name, preset, t, messages, page, ...props }: TrainingFrameProps) {
  return (
    <LabFrame
      name={name}
      place={`${name}-${preset}`}
      t={t}
      messages={messages}
      root={training.root}
      disabled={training.disabled}
      actions={training.actions}
      problems={training.problems}
      failure={training.failure}
      onRetry={training.retry}
      prompts={props.prompts}
      address={`${page}#${training.hash}`}
      program={props.program}
      settings={props.settings}
    >
      {props.children}
    </LabFrame>
  );
}

interface TrainingPlayerProps {
  readonly training: Steering;
  readonly t: Translator;
  readonly label: string;
  readonly text: string;
  readonly max: number;
  onSeek(at: number): void;
}

/** The control line of a widget that trains: its slider ends where the training has come, its steps lead on. */
export function TrainingPlayer({ training, t, label, text, max, onSeek }: TrainingPlayerProps) {
  const { actions, stopHere } = training;
  return (
    <>
      <Player
        t={t}
        label={label}
        value={training.at}
        min={0}
        max={max}
        endless
        step={1}
        text={text}
        playing={training.playing}
        speed={training.speed}
        speeds={TRAINING_SPEEDS}
        disabled={training.disabled}
        onStep={(by) => (by > 0 ? actions.forward() : actions.back())}
        onSeek={onSeek}
        onPlay={actions.play}
        onSpeed={training.changeSpeed}
        onReset={actions.reset}
        onNewSeed={actions['new-seed']}
      />
      {stopHere !== null && (
        <button type="button" class="stop-here" onClick={stopHere}>
          {t('lab.stopHere')}
        </button>
      )}
    </>
  );
}
