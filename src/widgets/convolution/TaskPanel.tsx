import { type Cell, Value } from '#widgets/TableTwin.tsx';
import { Grid } from './Grid.tsx';
import { GridTable } from './GridTable.tsx';
import type { PanelProps } from './panel-props.ts';
import { outputText, taskVerdict } from './words.ts';

const whole = (value: number): Cell => ({ value, text: String(value) });

/** What is asked, what the designed kernel gives, and whether they agree. */
export function TaskPanel({ frame, t }: PanelProps) {
  const { task, state, output } = frame;
  if (state.task === 'none') return <p class="fact">{t('convolution.task.choose')}</p>;
  if (task === null) return <p class="fact">{t('convolution.task.notHere')}</p>;
  const { n } = state;
  const { comparable } = task;
  const strongest = Math.max(1, ...task.target.map(Math.abs));
  const ticks = task.target.map((value, i) => comparable && Math.abs(value - (output[i] ?? 0)) < 1e-4);
  return (
    <>
      <p class="asked">{t(`convolution.task.${state.task}`)}</p>
      <div class="grids">
        <section class="part">
          <p class="part-title">{t('convolution.task.wanted')}</p>
          <Grid
            side={n}
            values={task.target}
            strongest={strongest}
            tone="signed"
            text={outputText}
            alt={t('convolution.alt.wanted', { n })}
          />
        </section>
        {comparable && (
          <section class="part">
            <p class="part-title">{t('convolution.task.yours')}</p>
            <Grid
              side={n}
              values={output.slice(0, n * n)}
              strongest={strongest}
              tone="signed"
              text={outputText}
              alt={t('convolution.alt.yours', { matches: task.matches, cells: task.cells })}
              ticks={ticks}
            />
          </section>
        )}
      </div>
      <p class="verdict" data-done={task.matches === task.cells && task.general} role="status">
        <Value of={whole(task.matches)} /> / {task.cells} {taskVerdict(t, frame)}
      </p>
      <div class="twins">
        <GridTable t={t} name={t('convolution.task.wanted')} values={task.target} side={n} text={outputText} />
        {comparable && (
          <GridTable t={t} name={t('convolution.task.yours')} values={output} side={n} text={outputText} />
        )}
      </div>
    </>
  );
}
