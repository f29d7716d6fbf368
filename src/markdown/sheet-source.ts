import { evaluate } from './evaluate.ts';

/** The Markdown of a piece of a section as it can stand alone: no components, comments, footnote marks and links; numbers computed. */
export function sheetSource(source: string): string {
  return source
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replace(/<Calc e="([^"]*)" p=\{(\d+)\} \/>/g, (_, expression: string, places: string) =>
      evaluate(expression).toFixed(Number(places)).replace('-', '−'),
    )
    .replace(/<\/?[A-Z][^>]*>/g, '')
    .replace(/\[\^[^\]]+\]/g, '')
    .replace(/(?<!!)\[([^\]]+)\]\((?:\/|https?:|#)[^)\s]*\)/g, '$1')
    .replace(/[✎＋]\s*/g, '')
    .trim();
}
