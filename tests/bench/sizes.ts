import type { Report } from './run.ts';

/** Largest weight of each kind of page before any interaction, gzip -9: HTML, style sheets, scripts and what they import. */
export async function measure(report: Report): Promise<void> {
  const { gzipBytes, PAGES, pageScripts, pageStyles, readAsset } = await import('../site/pages.ts');
  const weigh = (urls: readonly string[]): number =>
    urls.reduce((sum, url) => sum + gzipBytes(readAsset(url) ?? ''), 0);
  const kb = (bytes: number): number => Number((bytes / 1024).toFixed(2));
  const groups = new Map<string, { all: number; script: number }>();
  for (const page of PAGES) {
    const kind =
      page.kind === 'section' ? (page.html.includes('<astro-island') ? 'section_with_widget' : 'section') : page.kind;
    const script = weigh(pageScripts(page));
    const all = gzipBytes(page.html) + weigh(pageStyles(page)) + script;
    const known = groups.get(kind) ?? { all: 0, script: 0 };
    groups.set(kind, { all: Math.max(known.all, all), script: Math.max(known.script, script) });
  }
  for (const [kind, { all, script }] of [...groups].sort()) {
    report({ name: `page.${kind}.gz_kb`, value: kb(all), unit: 'KB', better: 'lower' });
    report({ name: `page.${kind}.js_gz_kb`, value: kb(script), unit: 'KB', better: 'lower' });
  }
}
