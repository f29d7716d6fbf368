import type { Translator } from '#widgets/translator.ts';
import type { MlpFrame } from './model.ts';
import type { MlpAction } from './state.ts';
import { editedText, troubleText } from './words.ts';

interface TroubleLineProps {
  readonly frame: MlpFrame;
  readonly t: Translator;
  dispatch(action: MlpAction): void;
}

/** Why a training has come to nothing, and what helps, to press: a change taken back, or a rate that was tried, if one does. */
export function TroubleLine({ frame, t, dispatch }: TroubleLineProps) {
  const { lost } = frame;
  const rate = lost?.rate ?? null;
  const edited = lost?.edited ?? null;
  return (
    <p class="failure" role="alert">
      {troubleText(t, frame)}{' '}
      {lost !== null && rate !== null && (
        <button type="button" onClick={() => dispatch({ kind: 'train', run: lost.run, change: { rate } })}>
          {t('mlp.useRate', { rate })}
        </button>
      )}
      {lost !== null && edited !== null && (
        <button type="button" onClick={() => dispatch({ kind: 'take-back', run: lost.run, from: edited })}>
          {t('mlp.takeBack', { epoch: editedText(frame) })}
        </button>
      )}
    </p>
  );
}
