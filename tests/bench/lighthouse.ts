import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { serve } from '../../src/integrations/serve.ts';
import { browserArguments, findBrowser } from '../find-browser.ts';
import type { Report } from './run.ts';

const PAGES = {
  home: '',
  section: 'chapters/deep-learning/network-anatomy/',
  question: 'questions/dl-sigmoid-curve-facts/',
  exam: 'exam/',
  lab: 'lab/activation/',
} as const;

/** Lighthouse’s four scores (mobile) of one page of each kind; failing audits go to standard error. */
export async function measure(report: Report): Promise<void> {
  const { server, url } = await serve({
    root: join(import.meta.dirname, '../../dist'),
    base: process.env['BASE_PATH'] ?? '/',
    port: 0,
  });
  const chrome = await launch({
    chromePath: findBrowser(),
    chromeFlags: ['--headless=new', '--disable-gpu', ...browserArguments()],
  });
  try {
    for (const [kind, path] of Object.entries(PAGES)) {
      const result = await lighthouse(`${url}${path}`, { port: chrome.port, logLevel: 'silent' });
      if (result === undefined) throw new Error(`Lighthouse gave no result for /${path}`);
      const { categories, audits } = result.lhr;
      for (const category of Object.values(categories)) {
        report({
          name: `lighthouse.${kind}.${category.id}`,
          value: Math.round((category.score ?? 0) * 100),
          unit: 'points',
          better: 'higher',
        });
        const failing = category.auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9);
        for (const { id } of failing)
          console.error(`  ${kind}: ${id}: ${audits[id]?.displayValue ?? audits[id]?.title}`);
      }
    }
  } finally {
    chrome.kill();
    server.closeAllConnections();
    server.close();
  }
}
