/** Whether the numbers that a section states are those its formulas give. */

import { evaluate } from '#markdown/evaluate.ts';
import type { LocatedFinding } from '../bank/located.ts';
import { chapterFinding, placeOf } from './findings.ts';
import type { SectionSource } from './section-source.ts';

/** Splits `0.8808 = sigmoid(2); 9.5e-7 = 0.25 ** 10` into its claims. */
function claimsOf(check: string): { readonly literal: string; readonly expression: string }[] {
  return check
    .split(';')
    .filter((claim) => claim.trim() !== '')
    .map((claim) => {
      const [literal = '', ...rest] = claim.split('=');
      return { literal: literal.trim().replace(/≈$/, '').trim(), expression: rest.join('=').trim() };
    });
}

/** Rounds a value the way a literal is written: `0.8808` to four places, `9.5e-7` to two significant digits. */
function roundLike(literal: string, value: number): string {
  const scientific = literal.match(/^-?\d(?:\.(\d+))?e(-?\d+)$/);
  if (scientific) return value.toExponential(scientific[1]?.length ?? 0).replace('e+', 'e');
  return value.toFixed(literal.split('.')[1]?.length ?? 0);
}

/** Whether a number stands in the text as a whole, not as digits of another; its minus sign and powers of ten may be written any way. */
function stands(literal: string, text: string): boolean {
  const plain = text
    .replace(/\{\/\*[\s\S]*?\*\/\}|<\/?Seed[^>]*>/g, '')
    .replaceAll('−', '-')
    .replaceAll('{,}', ',')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1');
  const [mantissa = '', exponent] = literal.replaceAll('.', '\\.').split('e');
  const power = exponent === undefined ? '' : `(?:e${exponent}|\\s*(?:\\\\times|×)\\s*10\\^\\{?${exponent}\\}?)`;
  return new RegExp(`(?<![\\d.])${mantissa}${power}(?![\\d.]*\\d)`).test(plain);
}

/** Every worked number of a section: what `<Calc>` and the check comments claim comes out, and stands in the text. */
export function checkNumbers(source: SectionSource): LocatedFinding[] {
  const calcs = source.components
    .filter(({ value }) => value.name === 'Calc')
    .map((mark) => ({ mark, literal: null, expression: mark.value.attributes['e'] ?? '' }));
  const claims = source.checks.flatMap((mark) => claimsOf(mark.value).map((claim) => ({ mark, ...claim })));
  return [...calcs, ...claims].flatMap(({ mark, literal, expression }) => {
    let value: number;
    try {
      value = evaluate(expression);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      return [
        chapterFinding(
          'number',
          placeOf(source, mark),
          { zh: text, en: text },
          { zh: '可用 Math 的函数和 core/math 的函数。', en: 'Math’s functions and those of core/math are in scope.' },
        ),
      ];
    }
    if (literal === null) return [];
    const right = roundLike(literal, value);
    if (right !== literal)
      return [
        chapterFinding(
          'number',
          placeOf(source, mark),
          { zh: `${expression} 是 ${right}，不是 ${literal}`, en: `${expression} is ${right}, not ${literal}` },
          { zh: '改正文里的数。', en: 'Correct the number in the text.' },
        ),
      ];
    return stands(literal, source.text)
      ? []
      : [
          chapterFinding(
            'number',
            placeOf(source, mark),
            { zh: `正文里没有 ${literal}`, en: `${literal} does not stand in the text` },
            { zh: '删去这条核对，或把数写进正文。', en: 'Drop the check, or write the number.' },
          ),
        ];
  });
}
