import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { shortNumber } from '#core/format-number.ts';
import type { HashProblem } from '#core/state/url-codec.ts';
import { islandTranslator } from '#i18n/island-messages.ts';
import type { Messages } from '#i18n/messages.ts';
import { type LabActions, LabFrame } from '#widgets/LabFrame.tsx';
import { Narration } from '#widgets/Narration.tsx';
import { Player, SPEEDS, usePlay } from '#widgets/Player.tsx';
import type { Translator } from '#widgets/translator.ts';
import { useHash } from '#widgets/use-hash.ts';
import { useModel } from '#widgets/use-model.ts';
import { useStart } from '#widgets/use-start.ts';
import { FunctionPicker, Settings, settingsOf } from './Controls.tsx';
import { CurvesPanel, DepthPanel, LayerPanel } from './Figures.tsx';
import { PLOT } from './geometry.ts';
import type { ActivationFrame } from './model.ts';
import { type Panel, PRESETS, type Preset, type PresetName } from './presets.ts';
import { writeProgram } from './program.ts';
import { decodeHash, encodeHash, INITIAL, RANGES, reduce, steppingRange } from './state.ts';
import { narrate, promptsOf } from './words.ts';

interface ViewProps {
  readonly preset: PresetName;
  readonly messages: Messages;
  /** Path of the widget's own page, base and language included. */
  readonly page: string;
  /** The figures as the build computed them; they stand until the worker's first frame. */
  readonly curves?: ComponentChildren;
  readonly depth?: ComponentChildren;
  readonly layer?: ComponentChildren;
}

const PANELS = { curves: CurvesPanel, depth: DepthPanel, layer: LayerPanel } as const;

/** The widget once script runs: the same figures, now movable, and the controls around them. */
export default function ActivationView({ preset: presetName, messages, page, ...built }: ViewProps) {
  const preset: Preset = PRESETS[presetName];
  const alone = presetName === 'lab';
  const t = useMemo(() => islandTranslator(messages), [messages]);
  const root = useRef<HTMLDivElement>(null);
  const [state, dispatch] = useReducer(reduce, preset.state);
  const [problems, setProblems] = useState<readonly HashProblem[]>([]);
  const [hydrated, setHydrated] = useState(false);
  const [playing, setPlaying] = useState(false);
  const [dragging, setDragging] = useState(false);
  const [speed, setSpeed] = useState(1);
  const [started, start] = useStart(root);
  const model = useModel('activation', () => setPlaying(false));
  const { frame } = model;

  useEffect(() => setHydrated(true), []);
  useEffect(() => {
    if (started) model.ask(state);
  }, [started, state]);

  useHash(alone, encodeHash(state), encodeHash(INITIAL), (hash) => {
    const decoded = decodeHash(hash);
    setProblems(decoded.problems);
    dispatch({ kind: 'load', state: decoded.state });
    start();
  });

  const { min, max, step } = steppingRange(state);
  const position = state[state.stepping];
  usePlay(playing, speed, frame?.state === undefined || sameState(frame, state), () => {
    if (position + step > max + 1e-9) setPlaying(false);
    else dispatch({ kind: 'step', by: 1 });
  });

  const play = (on: boolean): void => {
    if (on && position >= max) dispatch({ kind: 'end', which: 'first' });
    setPlaying(on);
  };
  const move = (act: () => void): void => {
    setPlaying(false);
    act();
  };
  const reset = (): void => move(() => dispatch({ kind: 'load', state: { ...preset.state, seed: state.seed } }));
  const actions: LabActions = {
    back: () => move(() => dispatch({ kind: 'step', by: -1 })),
    forward: () => move(() => dispatch({ kind: 'step', by: 1 })),
    play: () => play(!playing),
    first: () => move(() => dispatch({ kind: 'end', which: 'first' })),
    last: () => move(() => dispatch({ kind: 'end', which: 'last' })),
    reset,
    'new-seed': preset.panels.includes('layer') ? () => dispatch({ kind: 'new-seed' }) : undefined,
    faster: () => setSpeed(Math.min(SPEEDS.length - 1, speed + 1)),
    slower: () => setSpeed(Math.max(0, speed - 1)),
  };
  const drag = (event: PointerEvent): void => {
    const x = pointedAt(event);
    if (x === null) return;
    if (event.type === 'pointerdown') {
      setDragging(true);
      root.current?.setPointerCapture(event.pointerId);
    }
    move(() => dispatch({ kind: 'set', name: 'x', value: x }));
  };

  const off = !hydrated;
  const text = state.stepping === 'depth' ? t('activation.depthIs', { n: position }) : shortNumber(position);
  const player = (
    <>
      <Player
        t={t}
        label={state.stepping === 'depth' ? t('activation.depth') : 'x'}
        value={position}
        min={min}
        max={max}
        step={step}
        text={text}
        playing={playing}
        speed={speed}
        disabled={off}
        onStep={(by) => move(() => dispatch({ kind: 'step', by }))}
        onSeek={(value) => move(() => dispatch({ kind: 'set', name: state.stepping, value }))}
        onPlay={play}
        onSpeed={setSpeed}
        onReset={reset}
        onNewSeed={actions['new-seed']}
      />
      <Narration text={frame === null ? '' : narrate(t, frame)} moving={playing || dragging} />
    </>
  );
  // On its own page the panels are the first headings under the title; in a section they stand under its h2.
  const PanelHeading = alone ? 'h2' : 'h3';
  return (
    <LabFrame
      name="activation"
      place={presetName}
      t={t}
      messages={messages}
      root={root}
      disabled={off}
      actions={actions}
      problems={problems}
      failure={model.failure}
      onRetry={() => model.ask(state)}
      prompts={frame === null ? [] : promptsOf(t, frame, preset.panels)}
      address={`${page}#${encodeHash(state)}`}
      program={() => writeProgram(state)}
      onPointerMove={(event) => dragging && drag(event)}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => setDragging(false)}
    >
      {preset.choose && <FunctionPicker state={state} disabled={off} t={t} dispatch={dispatch} />}
      {preset.panels.map((panel, i) => (
        <section key={panel} class={`panel ${panel}`}>
          {preset.panels.length > 1 && <PanelHeading>{t(`activation.panel.${panel}`)}</PanelHeading>}
          <Settings names={settingsOf(panel, state)} state={state} disabled={off} t={t} dispatch={dispatch} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the stage takes the keyboard for the drawings in it */}
          <fieldset class="stage" aria-label={t('activation.stage')} tabIndex={0} onPointerDown={drag}>
            {frame === null ? built[panel] : drawPanel(panel, frame, t)}
          </fieldset>
          {i === 0 && player}
        </section>
      ))}
    </LabFrame>
  );
}

function drawPanel(panel: Panel, frame: ActivationFrame, t: Translator) {
  const Drawing = PANELS[panel];
  return <Drawing frame={frame} t={t} />;
}

/** Whether a frame shows the present state. */
function sameState(frame: ActivationFrame, state: typeof INITIAL): boolean {
  return encodeHash(frame.state) === encodeHash(state);
}

/** The x under the pointer, if it is on a curve plot: a hundredth of the axis' half-width apart. */
function pointedAt(event: PointerEvent): number | null {
  const over = document
    .elementsFromPoint(event.clientX, event.clientY)
    .find((element) => element.closest('[data-plot]') !== null);
  const target = over ?? (event.target instanceof Element ? event.target : null);
  const plot = target?.closest('[data-plot]');
  if (!(plot instanceof SVGSVGElement)) return null;
  const half = Number(plot.dataset['plot']);
  const box = plot.getBoundingClientRect();
  const inPlot = ((event.clientX - box.left) / box.width) * PLOT.width;
  const x = ((inPlot - PLOT.left) / (PLOT.right - PLOT.left)) * 2 * half - half;
  const fine = half / 100;
  return Math.min(half, Math.max(-half, Math.round(x / fine) * fine, RANGES.x.min));
}
