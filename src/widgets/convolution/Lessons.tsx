import { Picker } from '#widgets/Picker.tsx';
import type { Translator } from '#widgets/translator.ts';
import { LESSONS, type LessonName } from './presets.ts';

interface LessonsProps {
  readonly lesson: LessonName | null;
  readonly disabled: boolean;
  readonly t: Translator;
  onChoose(name: LessonName): void;
}

/** Where to begin: each lesson sets the widget up and gives one thing to do. */
export function Lessons({ lesson, disabled, t, onChoose }: LessonsProps) {
  return (
    <div class="lessons">
      <Picker
        legend={t('convolution.lessons')}
        choices={LESSONS}
        chosen={lesson}
        disabled={disabled}
        text={(name) => t(`convolution.lesson.${name}`)}
        onChoose={onChoose}
      />
      <p class="lesson-task" role="status">
        {lesson !== null && t(`convolution.do.${lesson}`)}
      </p>
    </div>
  );
}
