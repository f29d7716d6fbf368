import type { Translator } from '#widgets/translator.ts';
import type { MlpFrame } from './model.ts';
import { exportNetwork } from './program.ts';

/** Hands the trained network to the reader as a JSON file; trained weights never stand in the address. */
export function ExportButton({ frame, t }: { readonly frame: MlpFrame; readonly t: Translator }) {
  const save = (): void => {
    const address = URL.createObjectURL(new Blob([exportNetwork(frame)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `mlp-${frame.state.data}-${frame.runs[0]?.hash ?? ''}.json`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <p class="export">
      <button type="button" onClick={save}>
        {t('mlp.export')}
      </button>{' '}
      <span class="fact">{t('mlp.exportHow')}</span>
    </p>
  );
}
