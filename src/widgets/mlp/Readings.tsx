import { percentText, readingText } from '#core/format-number.ts';
import { Value } from '#widgets/TableTwin.tsx';
import type { Translator } from '#widgets/translator.ts';
import { layoutOf } from './layout.ts';
import type { RunFrame } from './run-frame.ts';

/** What a run has come to. */
export function Readings({ run, t }: { readonly run: RunFrame; readonly t: Translator }) {
  const { trainLoss, testLoss, trainAccuracy, testAccuracy } = run.reading;
  const rows = [
    { key: 'trainLoss', value: trainLoss, text: readingText(trainLoss) },
    { key: 'testLoss', value: testLoss, text: testLoss === null ? '' : readingText(testLoss) },
    { key: 'trainAccuracy', value: trainAccuracy, text: percentText(trainAccuracy) },
    { key: 'testAccuracy', value: testAccuracy, text: testAccuracy === null ? '' : percentText(testAccuracy) },
    { key: 'updates', value: run.updates, text: String(run.updates) },
    { key: 'parameters', value: layoutOf(run.training).count, text: String(layoutOf(run.training).count) },
  ] as const;
  return (
    <dl class="readings">
      {rows.map(({ key, value, text }) => (
        <div key={key}>
          <dt>{t(`mlp.${key}`)}</dt>
          <dd>{value === null ? t('mlp.noTest') : <Value of={{ value, text }} />}</dd>
        </div>
      ))}
    </dl>
  );
}
