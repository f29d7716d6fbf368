import type { Translate } from '#i18n/messages.ts';

/** The message function islands are given; see `islandTranslator`. */
export type Translator = Translate;
