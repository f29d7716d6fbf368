import type { Locale } from '#i18n/locales.ts';

/** What a page hands to every figure; the drawing itself is the figure's own business. */
export interface FigureProps {
  readonly locale: Locale;
  /** Anchor of the figure on its page, `fig-…`. */
  readonly id: string;
  /** A sentence that says what to see; stands above the drawing. */
  readonly caption: string;
  /** The drawing in words, for those who do not see it. */
  readonly alt: string;
}

/** The numbers of a figure as a table; what the drawing shows stands here too. */
export interface TableTwin {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}
