import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** What a section boils down to, in its own words: what cheat sheets are made of. */
export interface KeyPoints {
  /** TeX of the displayed formulas, in order. */
  readonly formulas: readonly string[];
  /** Markdown of the traps, in order. */
  readonly traps: readonly string[];
}

function isTrap(
  node: object,
): node is { position?: unknown; children: { position?: { start: { offset?: number }; end: { offset?: number } } }[] } {
  return 'name' in node && node.name === 'Trap' && 'children' in node;
}

/** Puts a section's displayed formulas and traps into its front matter as `keyPoints`, so that sheets cannot drift from it. */
export function remarkKeyPoints() {
  return (tree: Root, file: VFile): void => {
    const { frontmatter } = file.data.astro ?? {};
    if (frontmatter === undefined) return;
    const source = String(file.value);
    const formulas: string[] = [];
    const traps: string[] = [];
    visit(tree, (node) => {
      if (node.type === 'math') formulas.push(node.value);
      if (!isTrap(node)) return;
      const start = node.children[0]?.position?.start.offset;
      const end = node.children.at(-1)?.position?.end.offset;
      // Of components such as <Term>, only what stands between their tags is for a sheet.
      if (start !== undefined && end !== undefined)
        traps.push(source.slice(start, end).replace(/<\/?[A-Z][^>]*>/g, ''));
    });
    const points: KeyPoints = { formulas, traps };
    frontmatter['keyPoints'] = points;
  };
}
