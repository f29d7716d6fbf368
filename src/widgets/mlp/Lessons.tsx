import { useState } from 'preact/hooks';
import { Picker } from '#widgets/Picker.tsx';
import type { Translator } from '#widgets/translator.ts';
import type { LessonName } from './presets.ts';

interface LessonsProps {
  readonly lessons: readonly LessonName[];
  readonly chosen: LessonName | null;
  readonly disabled: boolean;
  readonly t: Translator;
  onChoose(name: LessonName): void;
}

/** Where to begin: settings with a hypothesis to test, a thing to do, and afterwards what it showed. */
export function Lessons({ lessons, chosen, disabled, t, onChoose }: LessonsProps) {
  const [opened, setOpened] = useState<LessonName | null>(null);
  return (
    <div class="lessons">
      <Picker
        legend={t('mlp.lessons')}
        choices={lessons}
        chosen={chosen}
        disabled={disabled}
        text={(name, i) => `${i + 1} ${t(`mlp.lesson.${name}`)}`}
        onChoose={(name) => {
          setOpened(null);
          onChoose(name);
        }}
      />
      <div class="lesson" role="status">
        {chosen === null ? (
          <p>{t('mlp.lesson.none')}</p>
        ) : (
          <>
            <p>
              <strong>{t('mlp.hypothesis')}</strong> {t(`mlp.hypothesis.${chosen}`)}
            </p>
            <p>
              <strong>{t('mlp.task')}</strong> {t(`mlp.task.${chosen}`)}
            </p>
            {opened === chosen && (
              <p>
                <strong>{t('mlp.after')}</strong> {t(`mlp.after.${chosen}`)}
              </p>
            )}
          </>
        )}
      </div>
      {chosen !== null && opened !== chosen && (
        <p>
          <button type="button" disabled={disabled} onClick={() => setOpened(chosen)}>
            {t('mlp.showAfter')}
          </button>
        </p>
      )}
    </div>
  );
}
