/** Texts as checks compare them. */

/** A text without its inline Markdown: `**bold**`, `` `code` ``, `[text](url)`, `$x$` → what is read. LaTeX commands count as one character. */
export function stripMarkdown(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\$([^$]+)\$/g, (_, tex: string) =>
      tex
        .replace(/\\(?:text|mathrm|mathbf|mathbb|mathcal|operatorname)\b/g, '')
        .replace(/\\[a-zA-Z]+ ?|\\./g, '·')
        .replace(/[{}^_]/g, ''),
    )
    .replace(/(\*\*|`)/g, '')
    .replace(/(^|\W)\*([^*\n]+)\*/g, '$1$2');
}

/** LaTeX that looks the same reads the same: spacing commands, braces around one character, `\le`/`\leq` and the like. */
function foldLatex(text: string): string {
  return text
    .replace(/\\(?:,|;|!|:|quad|qquad|left|right|displaystyle)(?![a-zA-Z])/g, '')
    .replace(
      /\\(leq|geq|neq|dfrac|tfrac)(?![a-zA-Z])/g,
      (_, name: string) => `\\${({ leq: 'le', geq: 'ge', neq: 'ne' } as const)[name] ?? 'frac'}`,
    )
    .replace(/\{(\w)\}/g, '$1');
}

/** NFKC, lower case, without Markdown marks, white space and punctuation; signs that carry meaning (+ − . between digits …) stay. */
export function foldText(text: string): string {
  return foldLatex(text)
    .replace(/\$|\*\*|`/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[−–]/g, '-')
    .replace(/(?<!\d)\.|\.(?!\d)/g, '')
    .replace(/[\s,;:!?'"“”‘’、。，；：！？（）()《》「」…—]/g, '');
}
