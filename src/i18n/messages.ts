import en from '#content/strings/en.json' with { type: 'json' };
import zhCN from '#content/strings/zh-CN.json' with { type: 'json' };
import type { Locale } from './locales.ts';

/** Every key of the interface; the Chinese file declares them, a test holds the others to it. */
export type MessageKey = keyof typeof zhCN;

/** Looks a message up and fills its `{name}` gaps. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

const TABLES: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = { 'zh-CN': zhCN, en };

/** Fills `{name}` gaps; a gap without a value stays as it is, so that it is seen. */
export function fillMessage(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => (name in values ? String(values[name]) : gap));
}

/** The message function of a language. Build-time code uses it; islands get {@link pickMessages}. */
export function translator(locale: Locale): Translate {
  return (key, values) => fillMessage(TABLES[locale][key], values);
}

/** Type guard: whether a text is a key of the interface. */
export function isMessageKey(key: string): key is MessageKey {
  return key in zhCN;
}

/** A part of the messages, as handed to an island through the markup. */
export type Messages = Readonly<Record<string, string>>;

/** All messages of a language under the given prefixes, e.g. `exam.`; what an island gets as a prop. */
export function pickMessages(locale: Locale, prefixes: readonly string[]): Messages {
  return Object.fromEntries(
    Object.entries(TABLES[locale]).filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix))),
  );
}
