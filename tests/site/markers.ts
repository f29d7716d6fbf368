/** By what a script gives away that it holds something which pages must not load at once. */
export const MARKERS = {
  /** A sentence of tfjs-core's engine: where it stands, TensorFlow.js is. */
  tfjs: /not registered for backend/,
  /** What Pagefind's own script begins with. */
  pagefind: /pagefind_version/,
  /** Preact's renderer, which every island needs: the making of an element beside the field of a node's children. */
  preact: /createElementNS\(.*__k/,
  /** The name of the error, which stays when names are made short. */
  zod: /ZodError/,
} as const;

/** What among some scripts holds one of the things named, as the names found. */
export function markersIn(scripts: readonly string[], wanted: readonly (keyof typeof MARKERS)[]): string[] {
  return wanted.filter((name) => scripts.some((text) => MARKERS[name].test(text)));
}
