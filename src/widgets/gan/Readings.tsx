import { percentText, readingText } from '#core/format-number.ts';
import { Subscripts } from '#widgets/Subscripts.tsx';
import { type Cell, Value } from '#widgets/TableTwin.tsx';
import type { PanelProps } from './RunPanel.tsx';
import { isProbability } from './settings.ts';

const reading = (value: number): Cell => ({ value, text: readingText(value) });

/** Where a run stands: scores, losses, distances and how much of the real data is covered. */
export function Readings({ frame, run, t }: Omit<PanelProps, 'index'>) {
  const now = run.reading;
  const modes = frame.modes.length / 2;
  const probability = isProbability(run.training.loss);
  const entries: readonly (readonly [string, Cell, (string | undefined)?])[] = [
    [probability ? 'D(x)' : t('gan.scoreReal'), reading(now.dReal)],
    [probability ? 'D(G(z))' : t('gan.scoreFake'), reading(now.dFake)],
    [t('gan.lossD'), reading(now.lossD), run.training.loss === 'gp' ? t('gan.withoutPenalty') : undefined],
    [t('gan.lossG'), reading(now.lossG)],
    ['JS', reading(now.js), t('gan.floorIs', { n: readingText(frame.floor.js) })],
    [t('gan.energy'), reading(now.energy), t('gan.floorIs', { n: readingText(frame.floor.energy) })],
    [t('gan.covered'), { value: now.covered, text: `${now.covered} / ${modes}` }],
    [t('gan.good'), { value: now.good, text: percentText(now.good) }],
  ];
  return (
    <dl class="readings">
      {entries.map(([name, cell, aside]) => (
        <div key={name}>
          <dt>
            <Subscripts text={name} />
          </dt>
          <dd>
            <Value of={cell} />
            {aside !== undefined && <small> {aside}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
