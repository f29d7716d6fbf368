import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { islandTranslator } from '#i18n/island-messages.ts';
import { pickMessages } from '#i18n/messages.ts';
import { CORNERS } from '#widgets/mlp/own-points.ts';
import { PointPad } from '#widgets/mlp/PointPad.tsx';

test('has buttons that move the cursor each way and one that puts a point, for fingers a place is too small for', () => {
  const t = islandTranslator(pickMessages('en', ['mlp.', 'lab.']));
  const html = renderToString(h(PointPad, { points: CORNERS, disabled: false, t, dispatch: () => undefined }));
  for (const name of ['x: less', 'x: more', 'y: less', 'y: more']) expect(html).toContain(`aria-label="${name}"`);
  expect(html).toContain('Put at the cursor');
});
