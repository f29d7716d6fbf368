/** What of a chapter is printed on its cheat sheet, section by section, and in which type. */

import { planSheet } from '#core/course/cheat-sheet.ts';
import type { GlossaryTerm } from '#core/course/glossary.ts';
import { type Locale, toLanguage } from '#i18n/locales.ts';
import { renderInline } from '#markdown/inline.ts';
import { plainText } from '#markdown/plain-text.ts';
import type { KeyPoints } from '#markdown/remark-key-points.ts';
import { type SheetPoint, sheetPoint, widthOf } from './cheat-sheet-points.ts';

/** A section as its chapter's sheet takes it. */
export interface SheetSource {
  /** `chapter/section` slugs. */
  readonly key: string;
  /** With its number. */
  readonly title: string;
  /** Ids of its terms. */
  readonly terms: readonly string[];
  readonly keyPoints: KeyPoints;
}

/** A term as the sheet defines it; `html` is the definition. */
export interface SheetWord {
  readonly name: string;
  /** Name in the other language. */
  readonly twin: string;
  readonly html: string;
}

/** A chapter's sheet: the type's size in points, how full the page is, and what each section prints. */
export interface CheatSheet {
  readonly size: number;
  readonly fill: number;
  readonly sections: readonly {
    readonly title: string;
    readonly points: readonly SheetPoint[];
    readonly words: readonly SheetWord[];
  }[];
}

/** The three columns of cheat-sheet.css on A4, in points, a little short of what there is: fonts differ. */
const SIZES = [8, 8.25, 8.5, 8.75, 9, 9.25, 9.5, 9.75, 10] as const;
const PAGE = { columns: 3, columnWidth: 175, columnHeight: 732 } as const;
const PAPER = {
  zh: { ...PAGE, leading: 1.36, sizes: SIZES },
  en: { ...PAGE, leading: 1.25, sizes: [7.5, 7.75, ...SIZES] },
} as const;

/** Renders a chapter's key points and terms and leaves out what its page has no room for. */
export async function composeSheet(
  sources: readonly SheetSource[],
  terms: readonly GlossaryTerm[],
  locale: Locale,
  base: string,
  trapLabel: string,
): Promise<CheatSheet> {
  const mine = toLanguage(locale);
  const parts = await Promise.all(
    sources.map(async ({ key, title, terms: ids, keyPoints: { points: own, told } }) => {
      const points = await Promise.all(own.map((point) => sheetPoint(point, locale, base, trapLabel)));
      const words = await Promise.all(
        ids
          .flatMap((id) => terms.find((term) => term.id === id && term.section === key) ?? [])
          .map(async (term) => {
            const html = await renderInline(term.def[mine], locale, base);
            const twin = term[mine === 'en' ? 'zh' : 'en'];
            const width = widthOf(`${term[mine]} `) + widthOf(twin) * 0.85 + widthOf(html);
            const labelled = points.some(({ label }) =>
              plainText(label ?? '')
                .toLowerCase()
                .startsWith(term[mine].toLowerCase()),
            );
            const rank = labelled || told.includes(term.id) ? ('told' as const) : ('term' as const);
            return { name: term[mine], twin, html, rank, texts: [{ width }] };
          }),
      );
      return { title, points, words };
    }),
  );
  const plan = planSheet(
    parts.map(({ title, points, words }) => ({ title: { width: widthOf(title) }, blocks: [...points, ...words] })),
    PAPER[mine],
  );
  return {
    size: plan.size,
    fill: plan.fill,
    sections: parts.map(({ title, points, words }, i) => {
      const isPrinted = plan.printed[i] ?? [];
      return {
        title,
        points: points.filter((_, k) => isPrinted[k]),
        words: words.filter((_, k) => isPrinted[points.length + k]),
      };
    }),
  };
}
