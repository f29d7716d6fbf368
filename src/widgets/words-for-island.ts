import { islandTranslator } from '#i18n/island-messages.ts';
import type { Locale } from '#i18n/locales.ts';
import { type Messages, pickMessages } from '#i18n/messages.ts';
import type { WidgetName } from './catalogue.ts';
import type { Translator } from './translator.ts';

/**
 * The words a widget's island is given, and the same words for the figures the build draws.
 *
 * @param errors the widget's own families of errors, e.g. `error.gan-`
 */
export function wordsForIsland(
  locale: Locale,
  name: WidgetName,
  errors: readonly string[],
): { readonly messages: Messages; readonly words: Translator } {
  const families = [`${name}.`, 'lab.', 'run.', ...errors, 'error.tensor-', 'error.lab-', 'error.snippet-'];
  const messages = pickMessages(locale, families);
  return { messages, words: islandTranslator(messages) };
}
