import type { Messages, Translate } from './messages.ts';

/**
 * The message function of an island, over the part of the messages its page handed it.
 * It does not import the tables, so no island ships both languages. A missing key shows itself as `⟨key⟩`.
 */
export function islandTranslator(messages: Messages): Translate {
  return (key, values = {}) =>
    (messages[key] ?? `⟨${key}⟩`).replace(/\{(\w+)\}/g, (gap, name: string) =>
      name in values ? String(values[name]) : gap,
    );
}
