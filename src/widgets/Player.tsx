import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Translator } from './translator.ts';

/** How fast play may run, in steps a second. */
export const SPEEDS = [2, 5, 10, 20] as const;

interface PlayerProps {
  readonly t: Translator;
  /** What the steps move: names the slider. */
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Whether a step leads beyond `max`, as in a training that goes on. */
  readonly endless?: boolean | undefined;
  readonly step: number;
  /** The value as read out and shown. */
  readonly text: string;
  readonly playing: boolean;
  /** Index into `speeds`. */
  readonly speed: number;
  /** Steps a second on offer, Infinity for as fast as the worker goes; {@link SPEEDS} unless told. */
  readonly speeds?: readonly number[] | undefined;
  readonly disabled: boolean;
  onStep(by: 1 | -1): void;
  onSeek(value: number): void;
  onPlay(playing: boolean): void;
  onSpeed(speed: number): void;
  onReset(): void;
  /** Absent where nothing is random. */
  readonly onNewSeed?: (() => void) | undefined;
}

/** The one control line of every widget: step back, play, step, scrub, speed, reset, new seed, always in this order. */
export function Player(props: PlayerProps) {
  const { t, disabled, speeds = SPEEDS } = props;
  const speed = speeds[props.speed] ?? 0;
  return (
    <fieldset class="player" aria-label={t('lab.player')} disabled={disabled}>
      <StepButton label={t('lab.back')} atEnd={props.value <= props.min} onPress={() => props.onStep(-1)}>
        <Sign d="M14 5 7 12l7 7M18 5v14" />
      </StepButton>
      <button
        type="button"
        onClick={() => props.onPlay(!props.playing)}
        aria-label={props.playing ? t('lab.pause') : t('lab.play')}
        title={props.playing ? t('lab.pause') : t('lab.play')}
      >
        {props.playing ? <Sign d="M8 5v14M16 5v14" /> : <Sign d="M8 5v14l11-7z" />}
      </button>
      <StepButton
        label={t('lab.forward')}
        atEnd={props.endless !== true && props.value >= props.max}
        onPress={() => props.onStep(1)}
      >
        <Sign d="M10 5l7 7-7 7M6 5v14" />
      </StepButton>
      <label class="scrub">
        <span>{props.label}</span>
        <input
          type="range"
          min={props.min}
          max={props.max}
          step={props.step}
          value={props.value}
          aria-valuetext={props.text}
          onInput={(event) => props.onSeek(event.currentTarget.valueAsNumber)}
        />
        <span class="reading">{props.text}</span>
      </label>
      <button
        type="button"
        onClick={() => props.onSpeed((props.speed + 1) % speeds.length)}
        aria-label={speed === Number.POSITIVE_INFINITY ? t('lab.speedFull') : t('lab.speed', { n: speed })}
        title={speed === Number.POSITIVE_INFINITY ? t('lab.speedFull') : t('lab.speed', { n: speed })}
      >
        {speed === Number.POSITIVE_INFINITY ? t('lab.speedFullShort') : t('lab.speedShort', { n: speed })}
      </button>
      <button type="button" onClick={props.onReset}>
        {t('lab.reset')}
      </button>
      {props.onNewSeed && (
        <button type="button" onClick={props.onNewSeed}>
          {t('lab.newSeed')}
        </button>
      )}
    </fieldset>
  );
}

interface StepButtonProps {
  readonly label: string;
  /** Whether no step leads further this way. */
  readonly atEnd: boolean;
  readonly children: ComponentChildren;
  onPress(): void;
}

/** A step: at the end of its way it does nothing, but keeps the focus, which a disabled button would lose. */
function StepButton({ label, atEnd, children, onPress }: StepButtonProps) {
  return (
    <button type="button" aria-disabled={atEnd} onClick={() => atEnd || onPress()} aria-label={label} title={label}>
      {children}
    </button>
  );
}

function Sign({ d }: { readonly d: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={d} />
    </svg>
  );
}

/**
 * Runs `tick` at the chosen speed while playing; a tick is left out while the last one is not on screen yet (`ready`),
 * so a slow device shows fewer steps, never a queue.
 */
export function usePlay(
  playing: boolean,
  speed: number,
  ready: boolean,
  tick: () => void,
  speeds: readonly number[] = SPEEDS,
): void {
  // The timer ends only after the next paint: a pause must hold before that.
  const latest = useRef({ ready, tick });
  latest.current = { ready: ready && playing, tick };
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setInterval(
      () => {
        if (latest.current.ready) latest.current.tick();
      },
      1000 / (speeds[speed] ?? 2),
    );
    return () => clearInterval(timer);
  }, [playing, speed, speeds]);
}
