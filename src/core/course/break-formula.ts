const OPEN = /^(?:\{|\(|\[|\\(?:left|begin|lfloor|lceil|lVert|bigl|Bigl)(?![a-z]))/;
const CLOSE = /^(?:\}|\)|\]|\\(?:right|end|rfloor|rceil|rVert|bigr|Bigr)(?![a-z]))/;
const TOKEN = /\\[a-zA-Z]+|\\.|[\s\S]/g;
const RELATION = /^(?:=|<|>|\\(?:approx|le|ge|ne|leftarrow|to|longrightarrow|Longrightarrow|sim))$/;
const SUM = /^(?:\+|-)$/;
/** Signs without which a piece is not worth a line of its own. */
const SHORT = 6;

const signs = (tex: string): number => tex.replace(/\\[a-zA-Z]+/g, 'x').replace(/[{}^_\s\\]/g, '').length;

/**
 * A displayed formula in pieces that a narrow column can set one below the other.
 *
 * The outer list are formulas that stood side by side with `\qquad` between them; the inner list are pieces of one, all
 * but the last ending in a relation or a plus or minus outside all brackets.
 */
export function breakFormula(tex: string): string[][] {
  const formulas: string[][] = [[]];
  let piece = '';
  let depth = 0;
  const close = (): void => {
    if (piece.trim() !== '') formulas.at(-1)?.push(piece.trim());
    piece = '';
  };
  const tokens = tex.match(TOKEN) ?? [];
  for (const [i, token] of tokens.entries()) {
    if (OPEN.test(token)) depth += 1;
    if (CLOSE.test(token)) depth -= 1;
    if (depth === 0 && /^\\q?quad$/.test(token)) {
      close();
      if ((formulas.at(-1) ?? []).length > 0) formulas.push([]);
      continue;
    }
    const before = piece.trim();
    piece += token;
    const breaks =
      RELATION.test(token) || (SUM.test(token) && !/(?:^|[=<>+\-,]|\\(?:approx|le|ge|leftarrow))$/.test(before));
    const rest = tokens.slice(i + 1).join('');
    if (depth === 0 && breaks && signs(piece) >= SHORT && signs(rest) >= SHORT) close();
  }
  close();
  return formulas.filter((pieces) => pieces.length > 0);
}
