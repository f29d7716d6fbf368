import type { Translator } from '#widgets/translator.ts';
import { dots, SIDE } from './geometry.ts';
import type { GanFrame } from './model.ts';

interface TimelineProps {
  readonly frame: GanFrame;
  readonly disabled: boolean;
  readonly t: Translator;
  onSeek(tick: number): void;
}

/** Snapshots along the way: what G made at up to eight earlier ticks; pressing one goes there. */
export function Timeline({ frame, disabled, t, onSeek }: TimelineProps) {
  const ticks = frame.runs[0]?.clouds.map(({ tick }) => tick) ?? [];
  return (
    <ol class="timeline" aria-label={t('gan.timeline')}>
      {ticks.map((tick, i) => (
        <li key={tick}>
          <button
            type="button"
            disabled={disabled}
            aria-current={tick === frame.tick ? 'step' : undefined}
            aria-label={t('gan.goTo', { n: tick })}
            onClick={() => onSeek(tick)}
          >
            {frame.runs.map((run, index) => (
              <svg key={index} viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
                <path class="ghosts" d={dots(frame.modes, 2)} />
                <path class="dots" d={dots(run.clouds[i]?.points ?? [])} />
              </svg>
            ))}
            <span>{tick}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
