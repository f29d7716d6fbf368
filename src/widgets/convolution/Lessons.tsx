import type { Translator } from '#widgets/translator.ts';
import { LESSONS, type PresetName } from './presets.ts';

interface LessonsProps {
  readonly lesson: PresetName | null;
  readonly disabled: boolean;
  readonly t: Translator;
  onChoose(name: PresetName): void;
}

/** Where to begin: each lesson sets the widget up and gives one thing to do. */
export function Lessons({ lesson, disabled, t, onChoose }: LessonsProps) {
  return (
    <div class="lessons">
      <fieldset class="picker" disabled={disabled}>
        <legend>{t('convolution.lessons')}</legend>
        {LESSONS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={lesson === name}
            disabled={disabled}
            onClick={() => onChoose(name)}
          >
            {t(`convolution.lesson.${name}`)}
          </button>
        ))}
      </fieldset>
      <p class="lesson-task" role="status">
        {lesson !== null && t(`convolution.do.${lesson}`)}
      </p>
    </div>
  );
}
