import { percentText, readingText, shortNumber } from '#core/format-number.ts';
import { type Cell, TableTwin } from '#widgets/TableTwin.tsx';
import { ARROWS, MESH, MESH_LINE } from './evaluate.ts';
import type { PanelProps } from './RunPanel.tsx';
import { isProbability } from './settings.ts';
import { showsArrows } from './state.ts';
import { runName } from './words.ts';

const reading = (value: number): Cell => ({ value, text: readingText(value) });
const whole = (value: number): Cell => ({ value, text: String(value) });

/** What plane and charts show, as numbers: readings, modes, D's opinion on a coarse grid, arrows. */
export function RunTables({ frame, run, index, t, place = '' }: PanelProps) {
  const { map, mesh, arrows } = run;
  const { loss } = run.training;
  const probability = isProbability(loss);
  const name = place + (frame.runs.length > 1 ? `${runName(t, index)} ` : '');
  const flat = mesh.length === 3 * MESH_LINE;
  const places = [-1.25, -0.75, -0.25, 0.25, 0.75, 1.25];
  const cell = (place: number): number => Math.min(map.size - 1, Math.floor(((place + 1.5) / 3) * map.size));
  return (
    <>
      <TableTwin
        named
        t={t}
        name={name + t('gan.table.series')}
        columns={[
          t('gan.tick'),
          probability ? 'D(x)' : t('gan.scoreReal'),
          probability ? 'D(G(z))' : t('gan.scoreFake'),
          'L_D',
          'L_G',
          'JS',
          t('gan.energy'),
          t('gan.covered'),
          t('gan.good'),
        ]}
        rows={run.series.map((each) => [
          whole(each.tick),
          ...[each.dReal, each.dFake, each.lossD, each.lossG, each.js, each.energy].map(reading),
          whole(each.covered),
          { value: each.good, text: percentText(each.good) },
        ])}
      />
      <TableTwin
        named
        t={t}
        name={name + t('gan.table.modes')}
        columns={[t('gan.mode'), 'x', 'y', t('gan.points')]}
        rows={run.modes.map((count, i) => [
          whole(i + 1),
          { value: frame.modes[2 * i] ?? 0, text: shortNumber(frame.modes[2 * i] ?? 0) },
          { value: frame.modes[2 * i + 1] ?? 0, text: shortNumber(frame.modes[2 * i + 1] ?? 0) },
          whole(count),
        ])}
      />
      <TableTwin
        named
        t={t}
        name={name + t(probability ? 'gan.table.map' : loss === 'hinge' ? 'gan.table.mapHinge' : 'gan.table.mapScore')}
        columns={['y ╲ x', ...places.map((x) => shortNumber(x))]}
        rows={places.toReversed().map((y) => [
          shortNumber(y),
          ...places.map((x) => {
            const value = map.values[(map.size - 1 - cell(y)) * map.size + cell(x)] ?? 0;
            return { value, text: readingText(value) };
          }),
        ])}
      />
      {showsArrows(frame.state) && (
        <TableTwin
          named
          t={t}
          name={name + t('gan.table.arrows')}
          columns={[
            'x',
            'y',
            t('gan.wantedX'),
            t('gan.wantedY'),
            ...(arrows.moved === null ? [] : [t('gan.movedX'), t('gan.movedY')]),
          ]}
          rows={Array.from({ length: ARROWS }, (_, i) =>
            [arrows.from, arrows.wanted, ...(arrows.moved === null ? [] : [arrows.moved])].flatMap((each) => [
              reading(each[2 * i] ?? 0),
              reading(each[2 * i + 1] ?? 0),
            ]),
          )}
        />
      )}
      {frame.state.layers.includes('mesh') && (
        <TableTwin
          named
          t={t}
          name={name + t('gan.table.mesh')}
          columns={['z₁', ...(flat ? [] : ['z₂']), 'x', 'y']}
          rows={Array.from({ length: mesh.length / 3 }, (_, i) =>
            [...nodeOf(i, flat), mesh[3 * i] ?? 0, mesh[3 * i + 1] ?? 0].map(reading),
          )}
        />
      )}
    </>
  );
}

/** The noise of a node of G's grid, −1 … 1 along each of its dimensions. */
function nodeOf(i: number, flat: boolean): readonly number[] {
  const along = (k: number, count: number): number => (2 * k) / (count - 1) - 1;
  return flat ? [along(i, MESH_LINE)] : [along(i % MESH, MESH), along(Math.floor(i / MESH), MESH)];
}
