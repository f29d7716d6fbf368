/**
 * What a frame of the convolution widget costs on each backend, the figures behind the constant in its model; and what a
 * reader feels of it on its page. It trains nothing, so of the lab's measures those of first frame and leaks apply.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { openSite } from '../browser/site.ts';
import { measureFirstFrame, measureLeaks } from './lab.ts';
import type { Report } from './run.ts';

const ROW = { name: 'convolution', path: '/lab/convolution/' } as const;

/** Reports convolution.* figures. */
export async function measure(report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'convolution-bench-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('./convolution-frames.ts', import.meta.url)),
      outDir: folder,
      rollupOptions: { output: { entryFileNames: 'frames.mjs' } },
    },
  });
  // tfjs asks for Node's own modules the old way.
  Object.assign(globalThis, { require: createRequire(import.meta.url), __dirname: folder });
  const { timeFrame }: typeof import('./convolution-frames.ts') = await import(
    pathToFileURL(join(folder, 'frames.mjs')).href
  );
  for (const backend of ['cpu', 'wasm'] as const)
    for (const frame of ['first', 'largest'] as const) {
      const value = Number((await timeFrame(backend, frame)).toFixed(2));
      report({ name: `convolution.${frame}_frame_ms.${backend}`, value, unit: 'ms', better: 'lower' });
    }
  await rm(folder, { recursive: true });
  const site = await openSite();
  await measureFirstFrame(site, ROW, report);
  await measureLeaks(site, ROW, report);
  await site.close();
}
