import type { Nodes, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { sheetSource } from './sheet-source.ts';
import { localeOf } from './source-locale.ts';

/**
 * What of a section goes on its chapter's cheat sheet, in the section's own words and order; all texts are Markdown.
 *
 * `fact` is a sentence or a block, `rows` a table or some of its rows under the column headings.
 */
export type KeyPoint =
  | {
      readonly kind: 'fact';
      /** Whether it is a fact of the study note. */
      readonly seed: boolean;
      readonly label: string | null;
      readonly text: string;
    }
  | { readonly kind: 'formula'; readonly label: string; readonly tex: string }
  | {
      readonly kind: 'rows';
      readonly seed: boolean;
      readonly label: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'trap'; readonly text: string };

/** The key points of a section, and the ids of the glossary's terms that they name. */
export interface KeyPoints {
  readonly points: readonly KeyPoint[];
  readonly told: readonly string[];
}

/**
 * An author's mark: what follows it goes on the sheet, under a label of its own or its heading's; or stays off it. An empty
 * label is none.
 */
type Mark = { readonly label: string | null } | 'off';

const MARK = /^\/\*\s*(no )?sheet(?::\s*([\s\S]*?))?\s*\*\/$/;
/** Ends of sentences; a full stop in a name or an abbreviation is none. */
const SENTENCE = {
  'zh-CN': /[。！？][”」）]?/,
  en: /(?<!\b(?:e\.g|i\.e|al|vs|[A-Z]))[.!?]["”)]?(?=\s|$)/,
} as const;

function markOf(node: Nodes): Mark | null {
  if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return null;
  const found = node.value.trim().match(MARK);
  if (found === null) return null;
  return found[1] === undefined ? { label: found[2] ?? null } : 'off';
}

const childrenOf = (node: Nodes): readonly Nodes[] => ('children' in node ? node.children : []);
const nameOf = (node: Nodes): string | null => ('name' in node ? (node.name ?? null) : null);
const startOf = (node: Nodes | undefined): number => node?.position?.start.offset ?? 0;
const endOf = (node: Nodes | undefined): number => node?.position?.end.offset ?? 0;

/** Gathers the key points of one section. */
class Gathering {
  readonly points: KeyPoint[] = [];
  readonly told: string[] = [];
  readonly #source: string;
  readonly #sentence: RegExp;
  #heading = '';

  constructor(file: VFile) {
    this.#source = String(file.value);
    this.#sentence = SENTENCE[localeOf(file)];
  }

  /** Everything between the start of one node and the end of another. */
  #between(first: Nodes | undefined, last: Nodes | undefined): string {
    return this.#cut(startOf(first), endOf(last));
  }

  #cut(start: number, end: number): string {
    const source = this.#source.slice(start, end);
    for (const [, id] of source.matchAll(/<Term id="([^"]+)"/g)) if (id !== undefined) this.told.push(id);
    return sheetSource(source);
  }

  #inside(node: Nodes): string {
    const children = childrenOf(node).filter(({ position }) => position !== undefined);
    return this.#between(children[0], children.at(-1));
  }

  /** Blocks, one after the other; a trap's sentences go on the sheet as traps. */
  blocks(nodes: readonly Nodes[], inTrap = false, inErratum = false): void {
    let mark: Mark | null = null;
    for (const [i, node] of nodes.entries()) {
      const here = markOf(node);
      if (here !== null) {
        mark = here;
        continue;
      }
      const marked: Mark | null = mark;
      mark = null;
      if (node.type === 'heading') this.#heading = this.#inside(node).replace(/\s*\[#[a-z0-9-]+\]/, '');
      else if (marked === 'off') continue;
      else if (marked !== null) this.#block(node, marked.label, inTrap);
      else if (node.type === 'table') this.#rowsOf(node);
      else if (node.type === 'paragraph') this.#sentences(node.children, nodes[i + 1], inTrap, inErratum);
      else this.blocks(childrenOf(node), inTrap || nameOf(node) === 'Trap', inErratum || nameOf(node) === 'Erratum');
    }
  }

  #block(node: Nodes, label: string | null, inTrap: boolean): void {
    if (node.type === 'math') this.points.push({ kind: 'formula', label: label ?? this.#heading, tex: node.value });
    else if (nameOf(node) === 'Trap') this.points.push({ kind: 'trap', text: this.#inside(node) });
    else if (node.type === 'table') this.#rows(node.children.slice(1), node, label, false);
    else this.#say(node.type === 'list' ? this.#between(node, node) : this.#inside(node), label, inTrap, false);
  }

  #say(text: string, label: string | null, inTrap: boolean, seed: boolean): void {
    this.points.push(inTrap ? { kind: 'trap', text } : { kind: 'fact', seed, label, text });
  }

  /**
   * Facts of the study note and marked sentences of a paragraph. Marked sentences that follow one another are one point,
   * and a list that follows a colon belongs to its sentence.
   */
  #sentences(nodes: readonly Nodes[], next: Nodes | undefined, inTrap: boolean, inErratum: boolean): void {
    let open: { start: number; end: number; label: string | null; seed: boolean } | null = null;
    const finish = (list: Nodes | undefined): void => {
      if (open === null) return;
      const text = this.#cut(open.start, open.end);
      const more = list?.type === 'list' && /[：:]$/.test(text) ? `\n\n${this.#between(list, list)}` : '';
      this.#say(text + more, open.label, inTrap, open.seed);
      open = null;
    };
    let last = -1;
    for (let i = 0; i < nodes.length; i += 1) {
      const node = nodes[i];
      const mark = node === undefined ? null : markOf(node);
      if (node === undefined || (mark === null && (nameOf(node) !== 'Seed' || inErratum))) continue;
      if (mark !== null) i += 1;
      if (mark === 'off') continue;
      const start = startOf(nodes[i]);
      const seed = nameOf(nodes[i] ?? node) === 'Seed';
      const [index, end] = this.#endOfSentence(nodes, i);
      const joined: boolean =
        open !== null &&
        !seed &&
        !open.seed &&
        mark?.label === null &&
        sheetSource(this.#source.slice(open.end, start)) === '';
      if (open !== null && joined) open = { ...(open as { start: number; label: string | null; seed: boolean }), end };
      else {
        finish(undefined);
        open = { start, end, label: mark?.label ?? null, seed };
      }
      // The rest of a text node may hold no further mark.
      i = index;
      last = index;
    }
    finish(last === nodes.length - 1 ? next : undefined);
  }

  /** Where the sentence that begins with a node ends: the index of its last node, and the place in the source. */
  #endOfSentence(nodes: readonly Nodes[], first: number): readonly [number, number] {
    for (let i = first; i < nodes.length; i += 1) {
      const node = nodes[i];
      if (node === undefined) break;
      if (nameOf(node) === 'Seed' && i === first) return [i, endOf(node)];
      const source = this.#source.slice(startOf(node), endOf(node));
      const end = node.type === 'text' ? source.match(this.#sentence) : null;
      if (end !== null) return [i, startOf(node) + (end.index ?? 0) + end[0].length];
      if (node.type !== 'text' && this.#sentence.test(sheetSource(source).replace(/\*+$/, '').slice(-1)))
        return [i, endOf(node)];
    }
    return [nodes.length - 1, endOf(nodes.at(-1))];
  }

  /** Rows that hold a fact of the study note or a mark. */
  #rowsOf(table: Nodes & { type: 'table' }): void {
    const isKey = (node: Nodes): boolean =>
      nameOf(node) === 'Seed' || markOf(node) !== null || childrenOf(node).some(isKey);
    const isOff = (node: Nodes): boolean => markOf(node) === 'off' || childrenOf(node).some(isOff);
    const rows = table.children.slice(1).filter((row) => isKey(row) && !isOff(row));
    const labelOf = (node: Nodes): string | null => {
      const mark = markOf(node);
      return mark === null || mark === 'off' ? (childrenOf(node).map(labelOf).find(Boolean) ?? null) : mark.label;
    };
    if (rows.length > 0) this.#rows(rows, table, labelOf(table), true);
  }

  #rows(rows: readonly Nodes[], table: Nodes, label: string | null, seed: boolean): void {
    const cells = (row: Nodes | undefined): string[] =>
      row === undefined ? [] : childrenOf(row).map((cell) => this.#inside(cell));
    this.points.push({
      kind: 'rows',
      seed,
      label: label ?? this.#heading,
      head: cells(childrenOf(table)[0]),
      rows: rows.map(cells),
    });
  }
}

/**
 * Puts what goes on the cheat sheet into a section's front matter as `keyPoints`, so that sheets cannot drift from it:
 * the marked facts of the study note, and whatever an author marks by a comment `sheet` before it.
 */
export function remarkKeyPoints() {
  return (tree: Root, file: VFile): void => {
    const { frontmatter } = file.data.astro ?? {};
    if (frontmatter === undefined) return;
    const gathering = new Gathering(file);
    gathering.blocks(tree.children as readonly RootContent[]);
    const keyPoints: KeyPoints = { points: gathering.points, told: gathering.told };
    frontmatter['keyPoints'] = keyPoints;
  };
}
