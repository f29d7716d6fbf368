import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { islandTranslator } from '#i18n/island-messages.ts';
import { pickMessages } from '#i18n/messages.ts';
import { layoutOf } from '#widgets/mlp/layout.ts';
import { PointTable, rowsOf } from '#widgets/mlp/PointTable.tsx';
import { PlaneTable } from '#widgets/mlp/RunTables.tsx';
import { ACTIVATIONS, TRAINING } from '#widgets/mlp/settings.ts';
import { inputsOf, layersIn } from './network.ts';
import { activationsOf } from './oracle.ts';
import { openSession } from './session.ts';

const t = islandTranslator(pickMessages('en', ['mlp.', 'lab.']));
let session: Awaited<ReturnType<typeof openSession>>;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.dispose());

const numbersIn = (html: string): number[] =>
  [...html.matchAll(/<data value="([^"]*)">/g)].map(([, value]) => Number(value));

test.each(ACTIVATIONS)('a neuron’s table holds what the neuron gives, in double precision (%s)', (activation) => {
  const a = { ...TRAINING, hidden: [3, 2], activation } as const;
  const [run] = session.ask({ a, at: 2500 }).runs;
  if (run === undefined) throw new Error('There is no run.');
  const layers = layersIn(layoutOf(a), run.parameters);
  // Centres of the cells nearest to seven equal parts of the side.
  const size = run.output.size;
  const cells = Array.from({ length: 7 }, (_, i) => Math.round(((i + 0.5) * size) / 7 - 0.5));
  const along = cells.map((cell) => (12 * (cell + 0.5)) / size - 6);
  const places = along.flatMap((y) => along.flatMap((x) => [x, -y]));
  for (const [l, width] of a.hidden.entries())
    for (let unit = 0; unit < width; unit++) {
      const neuron = `${l + 1}.${unit + 1}`;
      const shown = numbersIn(renderToString(h(PlaneTable, { run, prefix: '', neuron, t })));
      expect(shown).toHaveLength(49);
      for (const [i, input] of inputsOf(a, places).entries())
        expect(shown[i], `${neuron} at place ${i}`).toBeCloseTo(
          activationsOf(layers, activation, input)[l]?.[unit] ?? Number.NaN,
          4,
        );
    }
});

test('there is no table of a neuron that the network does not have', () => {
  const [run] = session.ask({ a: { ...TRAINING, hidden: [3, 2] } }).runs;
  if (run === undefined) throw new Error('There is no run.');
  for (const neuron of ['2.3', '3.1']) expect(renderToString(h(PlaneTable, { run, prefix: '', neuron, t }))).toBe('');
});

test('the table of points holds every point, those that train and those that only test', () => {
  const { points } = session.ask({ noise: 20, share: 30 });
  const rows = rowsOf({ points }, t);
  expect(rows).toHaveLength(500);
  expect(rows.filter(([, , , use]) => use === t('mlp.train'))).toHaveLength(150);
  const all = [points.train, points.test];
  expect(rows.flatMap(([x, y]) => [x, y].map((cell) => typeof cell === 'object' && cell.value))).toEqual(
    all.flatMap(({ places }) => [...places]),
  );
  expect(rows.map(([, , kind]) => Number(kind?.toString().replace('−', '-')))).toEqual(
    all.flatMap(({ targets }) => [...targets]),
  );
});

test('the page has none of its rows before it is opened', () => {
  const html = renderToString(h(PointTable, { frame: session.ask({}), prefix: '', t }));
  expect(html).toContain('All points');
  expect(html).not.toContain('<td');
});
