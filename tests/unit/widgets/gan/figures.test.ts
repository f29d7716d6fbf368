/** What the drawn parts say and show, rendered without a page. */
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { islandTranslator } from '#i18n/island-messages.ts';
import { LOCALES } from '#i18n/locales.ts';
import { pickMessages } from '#i18n/messages.ts';
import { AllReadings, Course, Planes, Tables } from '#widgets/gan/Figures.tsx';
import { MoveButtons } from '#widgets/gan/MoveButtons.tsx';
import type { GanFrame } from '#widgets/gan/model.ts';
import { LOSSES, MOST_ALONE, TRAINING } from '#widgets/gan/settings.ts';
import { type GanState, INITIAL } from '#widgets/gan/state.ts';
import { openSession, type TestSession } from './session.ts';

let session: TestSession;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.dispose());

const at = (count: number): Partial<GanState> => ({ path: [{ move: 'b', count }], at: count });
const bare = (html: string): string => html.replace(/<sub>/g, '_').replace(/<[^>]*>/g, '');

describe.each(LOCALES)('in %s', (locale) => {
  const t = islandTranslator(pickMessages(locale, ['gan.', 'lab.', 'table.']));
  const draw = (Part: typeof Planes, frame: GanFrame): string => renderToString(h(Part, { frame, t }));

  test('only under the gradient penalty the loss chart and the reading say that L_D leaves it out', () => {
    for (const loss of LOSSES) {
      const frame = session.show({ ...at(5), a: { ...TRAINING, loss } });
      const said = t('gan.chart.lossesGp', { unit: t('gan.unit.none') });
      expect(bare(draw(Course, frame)).includes(said)).toBe(loss === 'gp');
      expect(draw(AllReadings, frame).includes(t('gan.withoutPenalty'))).toBe(loss === 'gp');
    }
  });

  test('with two runs the steps of D to the end are said to be those of the first', () => {
    const label = (b: GanState['b'], toTheEnd: number | null): string =>
      bare(
        renderToString(
          h(MoveButtons, { state: { ...INITIAL, b }, disabled: false, t, dispatch: () => undefined, toTheEnd }),
        ),
      );
    expect(label(TRAINING, 300)).toContain(t('gan.move.endOfA', { n: 300 }));
    expect(label(null, 300)).toContain(t('gan.move.end', { n: 300 }));
    expect(label(TRAINING, null)).toContain(t('gan.move.end', { n: MOST_ALONE }));
  });

  test('arrows and their table are shown together, in every stop and on every layer', () => {
    for (const phase of [null, 'noise', 'fake', 'judge', 'learn', 'pull'] as const)
      for (const layers of [['arrows'], ['map']] as const) {
        const frame = session.show({ ...at(5), slow: phase !== null, phase, layers });
        const shows = phase === 'pull' || (phase === null && layers[0] === 'arrows');
        expect(/class="wanted"/.test(draw(Planes, frame))).toBe(shows);
        expect(draw(Tables, frame).includes(t('gan.wantedX'))).toBe(shows);
      }
  });
});

test('the axis of the answers follows the scores of least squares, and is 0 to 1 otherwise', () => {
  const t = islandTranslator(pickMessages('en', ['gan.']));
  const frame = session.show({ ...at(20), a: { ...TRAINING, loss: 'ls' } });
  const heights = (change: { readonly dReal: number; readonly dFake: number }): string[] => {
    const runs = frame.runs.map((run) => ({
      ...run,
      series: run.series.map((each) => ({ ...each, dReal: 0.6, dFake: 0.4, ...(each.tick === 20 ? change : {}) })),
    }));
    const [, chart = ''] = renderToString(h(Course, { frame: { ...frame, runs }, t })).split('<svg');
    return [...chart.matchAll(/x="30" y="[^"]*">([^<]*)</g)].map(([, label]) => label ?? '');
  };
  expect(heights({ dReal: 0.7, dFake: 0.3 })).toEqual(['0', '0.5', '1']);
  expect(heights({ dReal: 1.5, dFake: -0.5 })).toEqual(['−0.5', '0.5', '1.5']);
});
