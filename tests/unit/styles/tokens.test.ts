import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAPER } from '#layouts/theme-script.ts';

const tokens = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');
/** Name → value of the custom properties in the rule that follows a text. */
function rule(opening: string): ReadonlyMap<string, string> {
  const start = tokens.indexOf(opening);
  const body = tokens.slice(start, tokens.indexOf('}', start));
  return new Map([...body.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}

/** sRGB of an `oklch(L C h)`, as CSS Color 4 (section 10, sample code) computes it. */
function hex(colour: string): string {
  const [l = 0, c = 0, h = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
  const bytes = linear.map((x) => 255 * (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055));
  return `#${bytes.map((x) => Math.round(x).toString(16).padStart(2, '0')).join('')}`;
}

describe('the colours', () => {
  it('are the system’s in drawings too where the system forces its own, whatever theme was chosen', () => {
    const forced = rule(':root:root {');
    // Of what stands on the accent only words are coloured, and the system colours those.
    const inDrawings = [...rule(':root {')].flatMap(([name, value]) =>
      value.startsWith('oklch(') && name !== '--accent-ink' ? [name] : [],
    );
    expect([...forced.keys()].sort()).toEqual(inDrawings.sort());
    expect(
      [...forced.values()].filter((value) => !/^(?:Canvas|CanvasText|Highlight|color-mix\(.*)$/.test(value)),
    ).toEqual([]);
  });

  it('give the browser’s bar the page’s own paper, in either theme', () => {
    expect(PAPER.light).toBe(hex(rule(':root {').get('--paper') ?? ''));
    expect(PAPER.dark).toBe(hex(rule(':root[data-theme="dark"] {').get('--paper') ?? ''));
  });
});
