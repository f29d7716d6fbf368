import { useEffect, useRef, useState } from 'preact/hooks';
import { shortNumber } from '#core/format-number.ts';
import { Kept } from '#widgets/Kept.tsx';
import { TableTwin } from '#widgets/TableTwin.tsx';
import type { Translator } from '#widgets/translator.ts';
import type { MlpFrame } from './model.ts';
import { pointsKey } from './words.ts';

interface PointTableProps {
  readonly frame: MlpFrame;
  readonly prefix: string;
  readonly t: Translator;
}

/** Every point of the plane, filled once it is opened: it has hundreds of rows. */
export function PointTable({ frame, prefix, t }: PointTableProps) {
  const [opened, setOpened] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A toggle does not bubble.
    const fill = (): void => setOpened(true);
    const { current } = box;
    current?.addEventListener('toggle', fill, true);
    return () => current?.removeEventListener('toggle', fill, true);
  }, []);
  return (
    <div ref={box} class={opened ? undefined : 'unfilled'}>
      <Kept by={[opened, pointsKey(frame), prefix, t]}>
        <TableTwin
          t={t}
          name={prefix + t('mlp.pointTable')}
          named
          columns={['x', 'y', t('mlp.class'), t('mlp.pointUse')]}
          rows={opened ? rowsOf(frame, t) : []}
        />
      </Kept>
    </div>
  );
}

/** x, y, class and use of every point, those that train first. */
export function rowsOf({ points }: Pick<MlpFrame, 'points'>, t: Translator) {
  const place = (value = 0) => ({ value, text: shortNumber(value) });
  return (['train', 'test'] as const).flatMap((use) => {
    const { places, targets } = points[use];
    return Array.from(targets, (target, i) => [
      place(places[2 * i]),
      place(places[2 * i + 1]),
      target > 0 ? '+1' : '−1',
      t(`mlp.${use}`),
    ]);
  });
}
