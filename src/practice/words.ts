/** What every part of the practice islands needs to speak and to link: handed down once, by context. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '#core/question/question.ts';
import { islandTranslator } from '#i18n/island-messages.ts';
import { type Locale, toLanguage } from '#i18n/locales.ts';
import type { Messages, Translate } from '#i18n/messages.ts';
import { localePath } from '#i18n/paths.ts';

/** Props that pages give to a practice island. */
export interface IslandProps {
  readonly locale: Locale;
  /** Where the site stands, e.g. `/aca/`. */
  readonly base: string;
  readonly messages: Messages;
  /** Today's bank, 12 hexadecimal digits. */
  readonly bank: string;
}

/** The island's language and addresses. */
export interface Words {
  readonly t: Translate;
  readonly locale: Locale;
  readonly language: Language;
  /** Address of a page in this language. */
  readonly to: (path: string) => string;
}

/** The words of a page's props. */
export function makeWords({ locale, base, messages }: IslandProps): Words {
  return {
    t: islandTranslator(messages),
    locale,
    language: toLanguage(locale),
    to: (path) => localePath(base, locale, path),
  };
}

/** Provided by each island at its root. */
export const WordsContext = createContext<Words>({
  t: (key) => key,
  locale: 'zh-CN',
  language: 'zh',
  to: (path) => path,
});

/** The words of the island around. */
export function useWords(): Words {
  return useContext(WordsContext);
}
