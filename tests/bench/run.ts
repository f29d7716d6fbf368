/**
 * `npm run bench`: one JSON object a line, {"name","value","unit","better"}. Builds once, then runs every other file of
 * this folder, each of which exports `measure(report)`. `npm run bench -- sizes search` runs only the named ones.
 */
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build-site.ts';

/** One figure; `better` says which way is progress. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
}

/** Where a measurement puts its figures. */
export type Report = (figure: Figure) => void;

const report: Report = (figure) => console.log(JSON.stringify(figure));
const wanted = process.argv.slice(2);
const infrastructure = [
  'run.ts',
  'build-site.ts',
  'convolution-frames.ts',
  'heaps.ts',
  'typed-array-gan.ts',
  'typed-array-mlp.ts',
];

build(report);
for (const file of globSync('*.ts', { cwd: import.meta.dirname }).sort()) {
  if (infrastructure.includes(basename(file)) || (wanted.length > 0 && !wanted.includes(basename(file, '.ts'))))
    continue;
  const { measure }: { measure: (report: Report) => Promise<void> } = await import(
    pathToFileURL(join(import.meta.dirname, file)).href
  );
  await measure(report);
}
