/**
 * Makes `src/styles/fonts/stix-two-math.woff2`: STIX Two Math cut down to the characters of the course's formulas, with
 * its MATH table, so that brackets grow and fractions sit right where a system has no mathematical font. Run by hand
 * (`node src/integrations/make-math-font.ts`); what it writes is committed, so a build needs neither package.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TARGET = new URL('../styles/fonts/stix-two-math.woff2', import.meta.url);
const FONT = '@fontsource/stix-two-math@5.3.0';
const SUBSETTER = 'subset-font@2.9.0';

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
/** ASCII, Greek, italic Latin and Greek (MathML draws a lone letter by them), and the signs in use. */
const CHARACTERS = [
  range(0x20, 0x7e),
  'αβγδεζηθικλμνξοπρςστυφχψωϵϑϕΔΣΠΩ',
  range(0x1d434, 0x1d467),
  'ℎ',
  range(0x1d6fc, 0x1d71b),
  '\u{1d4a9}\u{1d53c}ℝ',
  '\u00a0×÷ˆ…′‖←→∂∇∈∏∑−∗∘√∞∩∪∼≈≠≤≥⊙⊤⋅⋯⌈⌉⌊⌋⟶⟹',
].join('');

const folder = mkdtempSync(join(tmpdir(), 'math-font-'));
try {
  execFileSync('npm', ['install', '--prefix', folder, FONT, SUBSETTER], { stdio: 'inherit' });
  const load = createRequire(join(folder, 'package.json'));
  const subset: (font: Buffer, text: string, options: { targetFormat: string }) => Promise<Buffer> =
    load('subset-font');
  const whole = readFileSync(
    join(folder, 'node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff'),
  );
  const small = await subset(whole, CHARACTERS, { targetFormat: 'woff2' });
  writeFileSync(TARGET, small);
  console.log(`${small.length} bytes`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
