/** A query as a reader may type it, and the sections (`chapter/section`) of which one must be among the first three. */
export interface ExpectedQuery {
  readonly query: string;
  readonly sections: readonly string[];
  /** Whether the first of the results must be one of them. */
  readonly first?: true;
  /** What the search must have put right, where the query is a slip of the pen. */
  readonly corrected?: string;
}

/** A query and the sections it may lead to. */
export const ask = (query: string, ...sections: string[]): ExpectedQuery => ({ query, sections });

/** A query that is a title but for a word, and the section that must come first for it. */
export const lead = (query: string, section: string): ExpectedQuery => ({ query, sections: [section], first: true });

/** A slip of the pen, what it is put right to, and the sections that leads to. */
export const slip = (query: string, corrected: string, ...sections: string[]): ExpectedQuery => ({
  query,
  corrected,
  sections,
});
