import { sayFailure } from '#core/failures.ts';
import type { Translator } from '#widgets/translator.ts';
import { MAX_EPOCHS } from './state.ts';

/** Says that the training has come to its last epoch, and how to begin again. */
export function EndLine({ t, onReset }: { readonly t: Translator; onReset(): void }) {
  return (
    <p class="failure" role="alert">
      {sayFailure(t, 'mlp-end', { n: MAX_EPOCHS })}{' '}
      <button type="button" onClick={onReset}>
        {t('lab.reset')}
      </button>
    </p>
  );
}
