import { Picker } from '#widgets/Picker.tsx';
import type { Translator } from '#widgets/translator.ts';
import { LESSONS, type LessonName } from './presets.ts';

interface LessonsProps {
  readonly chosen: LessonName | null;
  readonly disabled: boolean;
  readonly t: Translator;
  onChoose(name: LessonName): void;
}

// `LESSONS` has these keys and no other; `Object.keys` cannot know.
const NAMES = Object.keys(LESSONS) as LessonName[];

/** Where to begin: a few settings, each with one thing to do and to see. */
export function Lessons({ chosen, disabled, t, onChoose }: LessonsProps) {
  return (
    <div class="lessons">
      <Picker
        legend={t('gan.lessons')}
        choices={NAMES}
        chosen={chosen}
        disabled={disabled}
        text={(name) => t(`gan.lesson.${name}`)}
        onChoose={onChoose}
      />
      <p class="task" role="status">
        {t(chosen === null ? 'gan.task.none' : `gan.task.${chosen}`)}
      </p>
    </div>
  );
}
