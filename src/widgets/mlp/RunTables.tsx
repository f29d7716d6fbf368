import { percentText, readingText } from '#core/format-number.ts';
import { TableTwin } from '#widgets/TableTwin.tsx';
import type { Translator } from '#widgets/translator.ts';
import { layoutOf } from './layout.ts';
import type { MlpFrame } from './model.ts';
import type { RunFrame } from './run-frame.ts';
import { featureName, neuronName } from './words.ts';

interface RunTableProps {
  readonly run: RunFrame;
  /** What stands before the table's name, where two runs have one each. */
  readonly prefix: string;
  readonly t: Translator;
}

/** Every weight and bias of a run, and its hash. */
export function ParameterTable({ run, prefix, t }: RunTableProps) {
  const number = (index: number) => {
    const value = run.parameters[index] ?? 0;
    return { value, text: readingText(value) };
  };
  return (
    <>
      <TableTwin
        t={t}
        name={prefix + t('mlp.parameterTable')}
        named
        columns={[t('mlp.neuron'), t('mlp.input'), t('mlp.value')]}
        rows={layoutOf(run.training)
          .layers.flat()
          .flatMap(({ id, bias, weights }) => [
            [neuronName(t, id), t('mlp.bias'), number(bias)],
            ...weights.map(({ from, index }) => [neuronName(t, id), featureName(from), number(index)]),
          ])}
      />
      <details class="hash">
        <summary>{t('mlp.details')}</summary>
        <p>
          {t('mlp.hash')} <code>{run.hash}</code>
        </p>
      </details>
    </>
  );
}

/** Steps between the rows of the plane's table. */
const TABLE = 7;

/** What the output, or a hidden neuron, gives at a cell of the plane; null where there is no such neuron. */
function outputAt(
  { training, output, layers }: RunFrame,
  neuron: string | undefined,
): ((cell: number) => number) | null {
  if (neuron === undefined) return (cell) => output.values[cell] ?? 0;
  // Not `neurons`, whose values are scaled for the tint.
  const [layer = 0, unit = 0] = neuron.split('.').map((part) => Number(part) - 1);
  const seen = layers[layer];
  if (seen === undefined || unit >= (training.hidden[layer] ?? 0)) return null;
  return (cell) => seen.grid[cell * seen.columns + unit + 1] ?? 0;
}

/** The output, or a hidden neuron’s, at a coarse grid of places. */
export function PlaneTable({ run, prefix, neuron, t }: RunTableProps & { readonly neuron?: string }) {
  const given = outputAt(run, neuron);
  if (given === null) return null;
  const { size } = run.output;
  const picks = Array.from({ length: TABLE }, (_, i) => Math.round(((i + 0.5) * size) / TABLE - 0.5));
  const place = (cell: number): number => (12 * (cell + 0.5)) / size - 6;
  return (
    <TableTwin
      t={t}
      name={prefix + (neuron === undefined ? t('mlp.planeTable') : t('mlp.neuronTable', { id: neuron }))}
      named
      columns={['y \\ x', ...picks.map((column) => place(column).toFixed(2).replace('-', '−'))]}
      rows={picks.map((row) => [
        (-place(row)).toFixed(2).replace('-', '−'),
        ...picks.map((column) => {
          const value = given(row * size + column);
          return { value, text: value.toFixed(2).replace('-', '−') };
        }),
      ])}
    />
  );
}

/** The losses of the chart as a table. */
export function LossTable({ frame, prefix, t }: { readonly frame: MlpFrame } & Pick<RunTableProps, 'prefix' | 't'>) {
  const two = frame.runs.length > 1;
  const rows = frame.runs.flatMap((run, i) =>
    [...run.series.filter(({ epoch }) => epoch < run.reading.epoch), run.reading].map((reading) => [
      ...(two ? [i === 0 ? 'A' : 'B'] : []),
      { value: reading.epoch, text: String(Number(reading.epoch.toFixed(2))) },
      { value: reading.trainLoss, text: readingText(reading.trainLoss) },
      reading.testLoss === null ? '–' : { value: reading.testLoss, text: readingText(reading.testLoss) },
      { value: reading.trainAccuracy, text: percentText(reading.trainAccuracy) },
      reading.testAccuracy === null ? '–' : { value: reading.testAccuracy, text: percentText(reading.testAccuracy) },
    ]),
  );
  return (
    <TableTwin
      t={t}
      name={prefix + t('mlp.lossTable')}
      named
      columns={[
        ...(two ? [t('mlp.run')] : []),
        t('mlp.epoch'),
        t('mlp.trainLoss'),
        t('mlp.testLoss'),
        t('mlp.trainAccuracy'),
        t('mlp.testAccuracy'),
      ]}
      rows={rows}
    />
  );
}
