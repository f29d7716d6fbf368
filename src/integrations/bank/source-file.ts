/** A YAML file whose every value knows where it stands. */
import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { ItemPath } from '#core/question/finding.ts';

/** One-based, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What a file holds and where. */
export interface SourceFile {
  /** Path from the repository's root, with `/`. */
  readonly file: string;
  readonly text: string;
  /** The parsed value; undefined when the syntax is broken. */
  readonly value: unknown;
  readonly syntaxErrors: readonly { readonly position: Position; readonly message: string }[];
  /** Where a path's value stands; of a missing one, where its nearest parent does. */
  locate(path: ItemPath): Position;
}

/**
 * Reads YAML 1.2 with positions. A plain number under `value` stays the text that was written, so `0.50` keeps its
 * last digit; dates are texts.
 */
export function readYaml(file: string, text: string): SourceFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  visit(document, {
    Pair(_, pair) {
      const { key, value } = pair;
      if (!isScalar(key) || key.value !== 'value' || !isScalar(value) || typeof value.value !== 'number') return;
      // A numeric item's own `value` must be quoted: left a number, the schema complains.
      const isItemField = isMap(document.contents) && document.contents.items.some((item) => item === pair);
      if (!isItemField && value.source !== undefined) value.value = value.source;
    },
  });
  const syntaxErrors = [...document.errors, ...document.warnings].map((error) => ({
    position: at(error.pos[0]),
    message: error.message,
  }));
  return {
    file,
    text,
    value: document.errors.length > 0 ? undefined : document.toJS(),
    syntaxErrors,
    locate(path) {
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return at(node.range[0]);
      }
      return { line: 1, column: 1 };
    },
  };
}
