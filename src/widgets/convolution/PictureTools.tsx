import { sayFailure } from '#core/failures.ts';
import { Stepper } from '#widgets/Stepper.tsx';
import type { ControlsProps } from './controls-props.ts';
import type { Hands } from './hands.ts';
import { PlaceSteppers } from './PlaceSteppers.tsx';
import { BRIGHTEST, PICTURES } from './pictures.ts';
import { numberOf, placeAt } from './place.ts';
import { pixelsOf } from './settings.ts';

interface PictureProps extends ControlsProps {
  readonly hands: Hands;
  onFile(file: File): void;
  onDraws(draws: boolean): void;
  onBrush(value: number): void;
  /** Whether the last file could not be read. */
  readonly unreadable: boolean;
}

/** Which picture, a file of the reader's, the pencil, and the pixel under the cursor. */
export function PictureTools({ state, disabled, t, dispatch, hands, ...on }: PictureProps) {
  const { n } = state;
  const pixels = pixelsOf(state);
  const at = Math.min(hands.pixel ?? 0, pixels.length - 1);
  return (
    <>
      <fieldset class="bench" disabled={disabled}>
        <legend>{t('convolution.bench.picture')}</legend>
        <label class="choose">
          <span>{t('convolution.picture')}</span>
          <select
            disabled={disabled}
            value={state.picture}
            onChange={(event) => {
              const name = PICTURES.find((each) => each === event.currentTarget.value);
              if (name !== undefined && name !== 'own') dispatch({ kind: 'picture', name });
              if (name === 'blank') on.onDraws(true);
            }}
          >
            {PICTURES.filter((name) => name !== 'own' || state.picture === 'own').map((name) => (
              <option key={name} value={name}>
                {t(`convolution.picture.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="file">
          <span>{t('convolution.ownFile')}</span>
          <input
            type="file"
            accept="image/*"
            disabled={disabled}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file !== undefined) on.onFile(file);
            }}
          />
        </label>
        <label class="chip">
          <input type="checkbox" checked={hands.draws} disabled={disabled} onChange={() => on.onDraws(!hands.draws)} />
          <span>{t('convolution.draw')}</span>
        </label>
      </fieldset>
      <fieldset class="bench" disabled={disabled}>
        <legend>{t('convolution.bench.pixel')}</legend>
        <PlaceSteppers
          place={placeAt(at, n)}
          side={n}
          depth={state.channels}
          disabled={disabled}
          t={t}
          onPlace={(place) => hands.choosePixel(numberOf(place, n))}
        />
        <Stepper
          label={t('convolution.brightness')}
          value={pixels[at] ?? 0}
          min={0}
          max={BRIGHTEST}
          disabled={disabled}
          t={t}
          onChange={(value) => {
            hands.choosePixel(at);
            dispatch({ kind: 'pixel', at, value });
          }}
        />
        {hands.draws && (
          <>
            <Stepper
              label={t('convolution.brush')}
              value={hands.brush}
              min={0}
              max={BRIGHTEST}
              disabled={disabled}
              t={t}
              onChange={on.onBrush}
            />
            <button
              type="button"
              disabled={disabled}
              onClick={() => {
                hands.choosePixel(at);
                dispatch({ kind: 'pixel', at, value: hands.brush });
              }}
            >
              {t('convolution.paint', { value: hands.brush })}
            </button>
          </>
        )}
      </fieldset>
      {state.picture === 'own' && <p class="fact">{t('convolution.ownNote')}</p>}
      {on.unreadable && (
        <p class="failure" role="alert">
          {sayFailure(t, 'convolution-image-unreadable', {})}
        </p>
      )}
    </>
  );
}
