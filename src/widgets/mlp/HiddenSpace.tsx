import { useEffect, useState } from 'preact/hooks';
import { Kept } from '#widgets/Kept.tsx';
import { Select } from '#widgets/Select.tsx';
import type { RunName } from '#widgets/training-state.ts';
import type { Translator } from '#widgets/translator.ts';
import type { Samples } from './data.ts';
import { HiddenDrawing } from './HiddenDrawing.tsx';
import { HiddenTable } from './HiddenTable.tsx';
import type { RunFrame } from './run-frame.ts';

/** Rest before the table is written, in milliseconds. */
const REST = 500;

interface HiddenSpaceProps {
  readonly run: RunFrame;
  readonly name: RunName | null;
  readonly points: Samples;
  /** What stands before the table's name, where a page has several. */
  readonly prefix?: string;
  /** Whether the table is written: at rest only, as the others. */
  readonly resting?: boolean;
  readonly disabled?: boolean;
  readonly t: Translator;
}

/** Whether a network has a layer of which two units can be shown. */
export function hasHiddenSpace({ training }: RunFrame): boolean {
  return training.hidden.some((width) => width > 1);
}

/** The plane as two units of a hidden layer see it: each place lies where their two values put it. */
export function HiddenSpace({ run, name, points, prefix = '', resting = true, disabled = true, t }: HiddenSpaceProps) {
  const { hidden } = run.training;
  const wide = hidden.flatMap((width, l) => (width > 1 ? [l] : []));
  const [chosen, setChosen] = useState<{ readonly layer: number; readonly a: number; readonly b: number } | null>(null);
  const last = wide.at(-1) ?? 0;
  const layer = chosen !== null && wide.includes(chosen.layer) ? chosen.layer : last;
  const width = hidden[layer] ?? 2;
  const a = Math.min(chosen?.a ?? 0, width - 1);
  const b = chosen !== null && chosen.b < width && chosen.b !== a ? chosen.b : a === 0 ? 1 : 0;
  const names = namesOf(layer, [a, b]);
  const title = `${name === null ? '' : `${name.toUpperCase()} `}${t('mlp.hiddenSpace')}`;
  // Hundreds of rows: they wait until the drawing has stood for a while, and the build's stand from the start.
  const [rested, setRested] = useState(disabled ? { run, points } : null);
  useEffect(() => {
    if (!resting) return undefined;
    const timer = setTimeout(() => setRested({ run, points }), REST);
    return () => clearTimeout(timer);
  }, [resting, run]);
  const seen = run.layers[layer];
  if (seen === undefined) return null;
  const units = Array.from({ length: width }, (_, i) => String(i));
  return (
    <div class="hidden-space">
      <p>
        <strong>{title}</strong>
      </p>
      <p class="fact">{t('mlp.hiddenHow', { a: names[0] ?? '', b: names[1] ?? '' })}</p>
      {(wide.length > 1 || width > 2) && (
        <div class="fields">
          {wide.length > 1 && (
            <Select
              label={t('mlp.hiddenLayer')}
              value={String(layer)}
              choices={wide.map(String)}
              disabled={disabled}
              text={(value) => t('mlp.layer', { n: Number(value) + 1 })}
              onChoose={(value) => setChosen({ layer: Number(value), a: 0, b: 1 })}
            />
          )}
          {width > 2 &&
            (['a', 'b'] as const).map((axis) => (
              <Select
                key={axis}
                label={t(axis === 'a' ? 'mlp.across' : 'mlp.up')}
                value={String(axis === 'a' ? a : b)}
                choices={units.filter((unit) => Number(unit) !== (axis === 'a' ? b : a))}
                disabled={disabled}
                text={(unit) => `${layer + 1}.${Number(unit) + 1}`}
                onChoose={(unit) => setChosen({ layer, a, b, [axis]: Number(unit) })}
              />
            ))}
        </div>
      )}
      <HiddenDrawing
        run={run}
        seen={seen}
        units={[a, b]}
        names={names}
        straight={layer === hidden.length - 1 && width === 2}
        points={points}
        t={t}
      />
      <Kept by={[rested, layer, a, b, prefix, title, t]}>
        <HiddenTable {...rested} layer={layer} units={[a, b]} names={names} title={prefix + title} t={t} />
      </Kept>
    </div>
  );
}

/** Units of a layer by name: `2.1`. */
function namesOf(layer: number, units: readonly number[]): readonly string[] {
  return units.map((unit) => `${layer + 1}.${unit + 1}`);
}
