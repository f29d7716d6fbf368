/** How Pagefind scores: long pages are hardly punished, exact words count before likenesses. Measured on our own queries. */
export const PAGEFIND_OPTIONS = {
  ranking: { pageLength: 0.4, termSaturation: 1.2, termFrequency: 1, termSimilarity: 2 },
} as const;
