import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { HashProblem } from '#core/state/url-codec.ts';
import { islandTranslator } from '#i18n/island-messages.ts';
import type { Messages } from '#i18n/messages.ts';
import { type LabActions, LabFrame } from '#widgets/LabFrame.tsx';
import { Narration } from '#widgets/Narration.tsx';
import { Player, SPEEDS, usePlay } from '#widgets/Player.tsx';
import { useHash } from '#widgets/use-hash.ts';
import { useModel } from '#widgets/use-model.ts';
import { useStart } from '#widgets/use-start.ts';
import { stepsOf } from './cells.ts';
import { FieldPanel } from './FieldPanel.tsx';
import { Fix } from './Fix.tsx';
import type { ConvolutionFrame } from './frame.ts';
import { GoTo } from './GoTo.tsx';
import type { Hands } from './hands.ts';
import { KernelTools } from './KernelTools.tsx';
import { Lessons } from './Lessons.tsx';
import { readOwnImage } from './own-image.ts';
import { PictureTools } from './PictureTools.tsx';
import { type LessonName, type Panel, PRESETS, type Preset, type PresetName } from './presets.ts';
import { writeProgram } from './program.ts';
import { promptsOf } from './prompts.ts';
import { LayerSettings, Modes, Settings } from './Settings.tsx';
import { ShiftPanel } from './ShiftPanel.tsx';
import { SlidePanel } from './SlidePanel.tsx';
import { type ConvolutionState, INITIAL } from './settings.ts';
import { decodeHash, encodeHash, reduce } from './state.ts';
import { TaskPanel } from './TaskPanel.tsx';
import { TaskPicker } from './TaskPicker.tsx';
import { narrate, placeText } from './words.ts';

interface ViewProps {
  readonly preset: PresetName;
  readonly messages: Messages;
  /** Path of the widget's own page, base and language included. */
  readonly page: string;
  /** The figures as the build computed them; they stand until the worker's first frame. */
  readonly slide?: ComponentChildren;
  readonly task?: ComponentChildren;
  readonly shift?: ComponentChildren;
  readonly field?: ComponentChildren;
}

const PANELS = { slide: SlidePanel, task: TaskPanel, shift: ShiftPanel, field: FieldPanel } as const;

/** The widget once script runs: the same figures, now worked by hand, and the controls around them. */
export default function ConvolutionView({ preset: presetName, messages, page, ...built }: ViewProps) {
  const preset: Preset = PRESETS[presetName];
  const alone = presetName === 'lab';
  const t = useMemo(() => islandTranslator(messages), [messages]);
  const root = useRef<HTMLDivElement>(null);
  const file = useRef<Blob | null>(null);
  const [state, dispatch] = useReducer(reduce, preset.state);
  /** What reset goes back to: the preset, or the lesson chosen last. */
  const [home, setHome] = useState<ConvolutionState>(preset.state);
  const [lesson, setLesson] = useState<LessonName | null>('step');
  const [problems, setProblems] = useState<readonly HashProblem[]>([]);
  const [hydrated, setHydrated] = useState(false);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(0);
  const [draws, setDraws] = useState(false);
  const [brush, setBrush] = useState(9);
  const [weight, setWeight] = useState<number | null>(null);
  const [pixel, setPixel] = useState<number | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const [started, start] = useStart(root);
  const model = useModel('convolution', () => setPlaying(false));
  const { frame } = model;

  useEffect(() => setHydrated(true), []);
  useEffect(() => {
    if (started) model.ask(state);
  }, [started, state]);
  useHash(alone, encodeHash(state), encodeHash(INITIAL), (hash) => {
    const decoded = decodeHash(hash);
    setProblems(decoded.problems);
    setLesson(null);
    dispatch({ kind: 'load', state: decoded.state });
    start();
  });

  const openFile = async (chosen: Blob): Promise<void> => {
    const pixels = await readOwnImage(chosen, state.n, state.channels);
    setUnreadable(pixels === null);
    if (pixels === null) return;
    file.current = chosen;
    dispatch({ kind: 'own', pixels });
  };
  // Another size of the same file is read from the file, not stretched from the last.
  useEffect(() => {
    if (state.picture === 'own' && file.current !== null) void openFile(file.current);
  }, [state.n, state.channels]);

  const last = stepsOf(state);
  usePlay(playing, speed, frame === null || (model.settled && sameState(frame, state)), () => {
    if (state.step >= last) setPlaying(false);
    else dispatch({ kind: 'step', by: 1 });
  });
  const move = (act: () => void): void => {
    setPlaying(false);
    act();
  };
  const play = (on: boolean): void => {
    if (on && state.step >= last) dispatch({ kind: 'end', which: 'first' });
    setPlaying(on);
  };
  const load = (next: ConvolutionState): void => move(() => dispatch({ kind: 'load', state: next }));
  const actions: LabActions = {
    back: () => move(() => dispatch({ kind: 'step', by: -1 })),
    forward: () => move(() => dispatch({ kind: 'step', by: 1 })),
    play: () => play(!playing),
    first: () => move(() => dispatch({ kind: 'end', which: 'first' })),
    last: () => move(() => dispatch({ kind: 'end', which: 'last' })),
    reset: () => load(home),
    faster: () => setSpeed(Math.min(SPEEDS.length - 1, speed + 1)),
    slower: () => setSpeed(Math.max(0, speed - 1)),
  };
  const off = !hydrated;
  const hands: Hands = {
    dispatch,
    draws,
    brush,
    weight,
    chooseWeight: setWeight,
    pixel,
    choosePixel: setPixel,
  };
  const here = `${page}#${encodeHash(state)}`;
  const common = { state, disabled: off, t, dispatch };
  const player = (
    <>
      <Player
        t={t}
        label={t('convolution.cell')}
        value={state.step}
        min={1}
        max={last}
        step={1}
        text={placeText(t, state)}
        playing={playing}
        speed={speed}
        disabled={off}
        onStep={(by) => move(() => dispatch({ kind: 'step', by }))}
        onSeek={(value) => move(() => dispatch({ kind: 'set', name: 'step', value }))}
        onPlay={play}
        onSpeed={setSpeed}
        onReset={actions.reset}
      />
      <Narration text={frame === null ? '' : narrate(t, frame)} moving={playing} />
    </>
  );
  const panelOf = (panel: Panel) => {
    const Drawing = PANELS[panel];
    return frame === null ? built[panel] : <Drawing frame={frame} t={t} hands={hands} />;
  };
  // On its own page the panels are the first headings under the title; in a section they stand under its h2.
  const PanelHeading = alone ? 'h2' : 'h3';
  return (
    <LabFrame
      name="convolution"
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
      address={off ? here : new URL(here, location.href).href}
      program={() => writeProgram(state)}
    >
      {alone && (
        <Lessons
          lesson={lesson}
          disabled={off}
          t={t}
          onChoose={(name) => {
            setLesson(name);
            setHome(PRESETS[name].state);
            load(PRESETS[name].state);
          }}
        />
      )}
      {preset.panels.map((panel, i) => (
        <section
          key={panel}
          class={`panel ${panel}`}
          data-empty={panel === 'task' && state.task === 'none'}
          id={alone ? `panel-${panel}` : undefined}
        >
          {preset.panels.length > 1 && <PanelHeading>{t(`convolution.panel.${panel}`)}</PanelHeading>}
          {panel === 'slide' && <Modes {...common} />}
          {panel === 'field' && <LayerSettings {...common} />}
          {panel === 'task' && <TaskPicker {...common} />}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the stage takes the keyboard for the drawings in it */}
          <fieldset class="stage" aria-label={t('convolution.stage')} tabIndex={0}>
            {panelOf(panel)}
          </fieldset>
          {i === 0 && <Fix {...common} />}
          {i === 0 && player}
          {panel === 'slide' && (
            <div class="settings workbench">
              <GoTo {...common} />
              <Settings {...common} />
              <KernelTools {...common} hands={hands} />
              <PictureTools
                {...common}
                hands={hands}
                onFile={(chosen) => void openFile(chosen)}
                onDraws={setDraws}
                onBrush={setBrush}
                unreadable={unreadable}
              />
            </div>
          )}
        </section>
      ))}
    </LabFrame>
  );
}

/** Whether a frame shows the present state. */
function sameState(frame: ConvolutionFrame, state: ConvolutionState): boolean {
  return JSON.stringify(frame.state) === JSON.stringify(state);
}
