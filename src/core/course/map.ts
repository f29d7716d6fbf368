/** Geometry of the home network: six layers, one node a section, edges where one section needs another. */

/** A section as the map needs it. */
export interface MapSection {
  readonly key: string;
  /** Keys of the sections it builds on. */
  readonly needs: readonly string[];
}

/** A node, in SVG units. */
export interface MapNode {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly written: boolean;
}

/** An edge between two nodes, as an SVG path. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly d: string;
}

/** The whole map with its size. */
export interface CourseMap {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly { readonly slug: string; readonly x: number }[];
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

const COLUMN = 96;
const ROW = 30;
const MARGIN = { top: 70, side: 52, bottom: 20 };

/** A curve from a node to one that needs it: across columns an S, within a column a bow to the right. */
function edgePath(a: MapNode, b: MapNode): string {
  if (a.x === b.x) {
    const bow = Math.min(34, 10 + Math.abs(b.y - a.y) / 6);
    return `M${a.x} ${a.y}C${a.x + bow} ${a.y},${b.x + bow} ${b.y},${b.x} ${b.y}`;
  }
  const middle = (a.x + b.x) / 2;
  return `M${a.x} ${a.y}C${middle} ${a.y},${middle} ${b.y},${b.x} ${b.y}`;
}

/**
 * Places every section of the outline; columns are centred on each other, as layers of a network are drawn.
 *
 * @param outline chapters in order, each with all of its section slugs
 * @param sections the sections that are written; needs that name others are left out
 */
export function layOutCourse(
  outline: readonly { readonly slug: string; readonly sections: readonly string[] }[],
  sections: readonly MapSection[],
): CourseMap {
  const written = new Map(sections.map((section) => [section.key, section]));
  const tallest = Math.max(...outline.map((chapter) => chapter.sections.length));
  const height = MARGIN.top + (tallest - 1) * ROW + MARGIN.bottom;
  const middle = MARGIN.top + ((tallest - 1) * ROW) / 2;
  const columns = outline.map(({ slug }, c) => ({ slug, x: MARGIN.side + c * COLUMN }));
  const nodes = outline.flatMap((chapter, c) =>
    chapter.sections.map((slug, s): MapNode => {
      const key = `${chapter.slug}/${slug}`;
      const y = middle + (s - (chapter.sections.length - 1) / 2) * ROW;
      return { key, x: MARGIN.side + c * COLUMN, y, written: written.has(key) };
    }),
  );
  const at = new Map(nodes.map((node) => [node.key, node]));
  const edges = sections.flatMap(({ key, needs }) =>
    needs.flatMap((need): MapEdge[] => {
      const from = at.get(need);
      const to = at.get(key);
      return from === undefined || to === undefined || !written.has(need)
        ? []
        : [{ from: need, to: key, d: edgePath(from, to) }];
    }),
  );
  return { width: 2 * MARGIN.side + (outline.length - 1) * COLUMN, height, columns, nodes, edges };
}
