/** A section file taken apart: what the checks of chapters count and compare, each with its place. */
import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parse as parseYaml } from 'yaml';
import type { Locale } from '#i18n/locales.ts';

/** Something in the source, and the line and column it starts at, counted from 1. */
export interface Marked<T> {
  readonly value: T;
  readonly line: number;
  readonly column: number;
}

/** A component in the text with its literal attributes, the words and formulas inside it, and whether it fills a table's cell. */
export interface Component {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly inCell: boolean;
}

/** A fence with its language and the words after it. */
export interface Fence {
  readonly language: string;
  readonly meta: readonly string[];
  readonly code: string;
}

/** What a section file holds. */
export interface SectionSource {
  readonly file: string;
  readonly locale: Locale;
  readonly text: string;
  readonly frontMatter: unknown;
  /** First line of the body. */
  readonly bodyLine: number;
  readonly headings: readonly Marked<{ readonly depth: number; readonly id: string | null }>[];
  readonly links: readonly Marked<string>[];
  readonly components: readonly Marked<Component>[];
  readonly fences: readonly Marked<Fence>[];
  readonly formulas: readonly Marked<string>[];
  readonly displayed: readonly Marked<string>[];
  readonly prose: readonly Marked<string>[];
  readonly checks: readonly Marked<string>[];
  readonly modules: readonly Marked<string>[];
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;
const CHECK = /^\/\*\s*check:\s*([\s\S]*?)\s*\*\/$/;

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/** Attributes written as text or as a literal in braces: `n={2}` reads '2'. */
function attributesOf(node: Jsx): Readonly<Record<string, string>> {
  return Object.fromEntries(
    node.attributes.flatMap((attribute) => {
      if (attribute.type !== 'mdxJsxAttribute') return [];
      const { name, value } = attribute;
      return [[name, typeof value === 'string' ? value : (value?.value ?? 'true')]];
    }),
  );
}

/** What a reader sees of a component's children: comments are left out. */
function shownIn(node: Jsx): string {
  let shown = '';
  visit(node, (inner) => {
    if ('value' in inner && !inner.type.startsWith('mdx')) shown += inner.value;
  });
  return shown.trim();
}

const processor = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkMath);

/** Where in the whole file a fault thrown by {@link readSection} lies; nothing when it does not say. */
export function faultPosition(error: unknown, text: string): { line: number; column: number } | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('linePos' in error && Array.isArray(error.linePos))
    return { line: Number(error.linePos[0]?.line) + 1, column: Number(error.linePos[0]?.col) };
  const head = text.match(FRONT_MATTER)?.[0] ?? '';
  if (!('line' in error) || typeof error.line !== 'number') return undefined;
  const column = 'column' in error && typeof error.column === 'number' ? error.column : 1;
  return { line: error.line + head.split('\n').length - 1, column };
}

/**
 * Takes a section file apart.
 *
 * @throws the parser's VFileMessage, with line and column of the body, when the MDX does not parse
 */
export function readSection(file: string, locale: Locale, text: string): SectionSource {
  const front = text.match(FRONT_MATTER);
  const head = front?.[0] ?? '';
  const offsetLines = head.split('\n').length - 1;
  const tree: Root = processor.parse(text.slice(head.length));
  const found = {
    headings: [] as Marked<{ depth: number; id: string | null }>[],
    links: [] as Marked<string>[],
    components: [] as Marked<Component>[],
    fences: [] as Marked<Fence>[],
    formulas: [] as Marked<string>[],
    displayed: [] as Marked<string>[],
    prose: [] as Marked<string>[],
    checks: [] as Marked<string>[],
    modules: [] as Marked<string>[],
  };
  visit(tree, (node, _index, parent) => {
    const start = node.position?.start ?? { line: 1, column: 1 };
    const mark = <T>(value: T): Marked<T> => ({ value, line: start.line + offsetLines, column: start.column });
    switch (node.type) {
      case 'heading':
        found.headings.push(mark({ depth: node.depth, id: textOf(node).match(/\[#([a-z0-9-]+)\]\s*$/)?.[1] ?? null }));
        break;
      case 'link':
        found.links.push(mark(node.url));
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        if (node.name !== null)
          found.components.push(
            mark({
              name: node.name,
              attributes: attributesOf(node),
              text: shownIn(node),
              inCell: parent?.type === 'tableCell',
            }),
          );
        break;
      case 'code':
        found.fences.push(
          mark({ language: node.lang ?? '', meta: (node.meta ?? '').split(/\s+/).filter(Boolean), code: node.value }),
        );
        break;
      case 'math':
        found.displayed.push(mark(node.value));
        break;
      case 'inlineMath': {
        const raw = text.slice(head.length).startsWith('$$', node.position?.start.offset);
        (raw ? found.displayed : found.formulas).push(mark(node.value));
        break;
      }
      case 'text':
        found.prose.push(mark(node.value.replace(/\[#[a-z0-9-]+\]\s*$/, '')));
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression': {
        const check = node.value.trim().match(CHECK)?.[1];
        if (check !== undefined) found.checks.push(mark(check));
        break;
      }
      case 'mdxjsEsm':
        found.modules.push(mark(node.value));
        break;
      default:
    }
  });
  return {
    file,
    locale,
    text,
    frontMatter: front === null ? null : parseYaml(front[1] ?? ''),
    bodyLine: offsetLines + 1,
    ...found,
  };
}
