import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { HashProblem } from '#core/state/url-codec.ts';
import type { LabActions } from './LabFrame.tsx';
import { usePlay } from './Player.tsx';
import type { TrainingAction } from './training-state.ts';
import { useHash } from './use-hash.ts';
import type { ModelView } from './use-model.ts';
import { useStart } from './use-start.ts';

/** Steps a second; the last is as fast as the worker goes. */
export const TRAINING_SPEEDS: readonly number[] = [1, 5, 20, Number.POSITIVE_INFINITY];
const FULL = TRAINING_SPEEDS.length - 1;
/** Rest before the predictions' answers are tried out, in milliseconds. */
const REST = 600;

/**
 * What a model that trains is asked: the frame of a state; the same as a step of play, which a condition may end there; the
 * same with its probe; or to play on from it.
 */
interface TrainingQuestion<State> {
  readonly kind: 'show' | 'step' | 'probe' | 'play';
  readonly state: State;
}

/** What must be known of a frame to steer by it. */
interface SteeredFrame<State> {
  readonly state: State;
  /** Whether the work has come where it was to go. */
  readonly arrived: boolean;
  /** What went wrong, or null. */
  readonly lost: unknown;
  /** The condition that ends play here, or null. */
  readonly stopped: unknown;
}

/** A widget that trains, as far as steering goes. */
export interface TrainingOptions<State, Action, Frame> {
  readonly model: ModelView<TrainingQuestion<State>, Frame>;
  readonly playing: boolean;
  setPlaying(playing: boolean): void;
  /** The state of the place, and that of a fresh page. */
  readonly start: State;
  readonly initial: State;
  /** Whether the widget has its page for itself, and with it the address. */
  readonly alone: boolean;
  reduce(state: State, action: Action | TrainingAction<State>): State;
  encodeHash(state: State): string;
  decodeHash(hash: string): { readonly state: State; readonly problems: readonly HashProblem[] };
  /** Where a frame stands, as `at` says it of a state. */
  reachedBy(frame: Frame): number;
  /** The end of the slider for a state whose training stands at a place. */
  lastOf(state: State, at: number): number;
  /** Whether play at full speed is the worker's own; else it steps, once a second. */
  runsFreely(state: State): boolean;
  isProbed(frame: Frame): boolean;
  /** Called with the frame at which play ended by itself. */
  onEnd?(frame: Frame): void;
}

/**
 * Steers a training: stepped by the state, or, at full speed, played on by the worker, which the state then catches up
 * with. Before anything else happens play ends where it is on screen, so that not one step follows.
 */
export function useTraining<State extends { readonly at: number }, Action, Frame extends SteeredFrame<State>>(
  options: TrainingOptions<State, Action, Frame>,
) {
  const { model, playing, setPlaying, encodeHash, reachedBy } = options;
  const root = useRef<HTMLDivElement>(null);
  const [state, dispatch] = useReducer<State, Action | TrainingAction<State>>(options.reduce, options.start);
  const [problems, setProblems] = useState<readonly HashProblem[]>([]);
  const [hydrated, setHydrated] = useState(false);
  const [speed, setSpeed] = useState(FULL);
  const [started, start] = useStart(root);
  const running = playing && speed === FULL && options.runsFreely(state);

  // On the way to its first state the picture of the build stands; the way is told in words.
  const arrived = useRef(false);
  const hash = encodeHash(state);
  const latest = model.frame;
  if (latest?.arrived === true) arrived.current = true;
  // Where play ended, its last picture stands until the worker has come to that very place.
  const held = useRef<Frame | null>(null);
  if (held.current !== null && latest !== null && encodeHash(latest.state) === hash) {
    const there = latest.arrived && (reachedBy(latest) === state.at || latest.lost !== null);
    if (running || there) held.current = null;
  }
  const drawn = held.current ?? latest;
  const frame = arrived.current ? drawn : null;
  const late = latest !== null && !latest.arrived && !running && reachedBy(latest) < state.at;
  const stands = held.current !== null && reachedBy(held.current) === state.at;
  const onTheWay = late && !stands ? latest : null;
  // A thousand cells written twenty times a second would cost more than the drawing: tables are those of the last rest.
  const rested = useRef<Frame | null>(null);
  if (frame?.arrived === true) rested.current = frame;

  useEffect(() => setHydrated(true), []);
  useEffect(() => {
    if (started) model.ask({ kind: running ? 'play' : playing ? 'step' : 'show', state });
  }, [started, state, running, playing]);

  // The last frame of another state says nothing of this.
  const own = frame !== null && encodeHash(frame.state) === hash ? frame : null;
  const stepped = own?.arrived === true && (own.lost !== null || reachedBy(own) === state.at);
  const ended = running
    ? own?.arrived === true && (own.lost !== null || reachedBy(own) > state.at)
    : playing && stepped && (own.lost !== null || own.stopped !== null);
  useEffect(() => {
    if (!ended || own === null) return;
    options.onEnd?.(own);
    halt();
  }, [ended]);

  const unprobed = own?.arrived === true && !playing && own.lost === null && !options.isProbed(own);
  useEffect(() => {
    if (!unprobed) return undefined;
    const timer = setTimeout(() => model.ask({ kind: 'probe', state }), REST);
    return () => clearTimeout(timer);
  }, [unprobed, state]);

  const catchUp = (): void => {
    if (!running || own === null) return;
    // Frames already on their way would show steps nobody asked for.
    model.cancel();
    held.current = own;
    dispatch({ kind: 'reach', at: reachedBy(own) });
  };
  const halt = (): void => {
    catchUp();
    setPlaying(false);
  };
  const act = (action: Action | TrainingAction<State>): void => {
    halt();
    dispatch(action);
  };
  const steer = (action: Action | TrainingAction<State>): void => {
    catchUp();
    dispatch(action);
  };
  const changeSpeed = (next: number): void => {
    catchUp();
    setSpeed(next);
  };
  // Where no further step can be kept, none is shown.
  const canStep = encodeHash(options.reduce(state, { kind: 'step', by: 1 })) !== hash;
  const spent = playing && !running && !canStep;
  useEffect(() => {
    if (spent) setPlaying(false);
  }, [spent]);
  usePlay(
    playing && !running,
    speed === FULL ? 0 : speed,
    stepped && !ended,
    () => dispatch({ kind: 'step', by: 1 }),
    TRAINING_SPEEDS,
  );

  useHash(options.alone, hash, encodeHash(options.initial), (text) => {
    const decoded = options.decodeHash(text);
    setProblems(decoded.problems);
    setPlaying(false);
    dispatch({ kind: 'load', state: decoded.state });
    start();
  });

  const at = running && own !== null ? Math.max(reachedBy(own), state.at) : state.at;
  const last = options.lastOf(state, at);
  const actions: LabActions = {
    back: () => act({ kind: 'step', by: -1 }),
    forward: () => act({ kind: 'step', by: 1 }),
    play: () => (playing ? halt() : canStep && setPlaying(true)),
    first: () => act({ kind: 'seek', at: 0 }),
    last: () => act({ kind: 'seek', at: last }),
    reset: () => act({ kind: 'reset' }),
    'new-seed': () => act({ kind: 'new-seed' }),
    faster: () => changeSpeed(Math.min(FULL, speed + 1)),
    slower: () => changeSpeed(Math.max(0, speed - 1)),
  };
  return {
    root,
    state,
    problems,
    hash,
    playing,
    speed,
    actions,
    changeSpeed,
    failure: model.failure,
    retry: () => model.ask({ kind: 'show', state }),
    /** True until script runs. */
    disabled: !hydrated,
    /** The frame to draw; null while the picture of the build stands. */
    frame,
    /** The latest frame at rest. */
    restFrame: rested.current,
    /** The frame of a way not yet at its end. */
    onTheWay,
    /** Ends a long way where the work has come by now; null where there is none. */
    stopHere: onTheWay === null ? null : (): void => act({ kind: 'seek', at: reachedBy(onTheWay) }),
    /** Where the training stands on screen, and the end of the slider. */
    at,
    last,
    /** Ends play, then does something. */
    act,
    /** Does something play goes on from. */
    steer,
    /** Begins a lesson. */
    load: (next: State): void => {
      act({ kind: 'load', state: next });
      start();
      // The words of the lesson come first: they push the stage down.
      requestAnimationFrame(() => root.current?.querySelector('.stage')?.scrollIntoView({ block: 'nearest' }));
    },
    /** Whether a step forward leads anywhere: an address holds only so much. */
    canStep,
  };
}

/** What frame and player need of a training: the same for every state, action and frame. */
export type Steering = Pick<
  ReturnType<typeof useTraining<never, never, never>>,
  | 'root'
  | 'disabled'
  | 'actions'
  | 'problems'
  | 'failure'
  | 'retry'
  | 'hash'
  | 'playing'
  | 'speed'
  | 'at'
  | 'changeSpeed'
  | 'stopHere'
>;
