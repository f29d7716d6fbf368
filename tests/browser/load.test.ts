/** What a browser really fetches for a section before anything is pressed, scripts that fetch scripts included. */
import { expect, it } from 'vitest';
import { byDepth } from '../depth.ts';
import { gzipBytes, PAGES, readAsset } from '../site/pages.ts';
import { siteForTests } from './site-for-tests.ts';

const KB = 1024;
/** Pages open side by side. */
const AT_ONCE = 4;
/** A test browser does not ask for the icon; a reader's does. */
const ICON = 1;

const site = siteForTests();

it('a section without a widget: up to 8 requests, 5 KB of script and 22 KB of HTML, CSS and script', async () => {
  // The two languages of a section are made of the same parts; the site's own checks weigh every page from its files.
  const sections = PAGES.filter(
    ({ kind, locale, html }) => kind === 'section' && locale === 'zh-CN' && !html.includes('<astro-island'),
  ).filter((_, i) => i % byDepth(2, 1) === 0);
  expect(sections.length).toBeGreaterThan(10);
  const over: string[] = [];
  const look = async ({ inner, path, html }: (typeof sections)[number]): Promise<void> => {
    const { page, context, requests } = await site.visit(inner);
    await page.waitForLoadState('networkidle');
    const fetched = [...new Set(requests)];
    const weigh = (ending: string): number =>
      fetched
        .filter((name) => name.endsWith(ending))
        .reduce((sum, name) => sum + gzipBytes(readAsset(path.replace(inner, name)) ?? ''), 0);
    const inline = [...html.matchAll(/<script(?![^>]*(?:\ssrc=|application\/json))[^>]*>([\s\S]*?)<\/script>/g)];
    const script = weigh('.js') + gzipBytes(inline.map((match) => match[1]).join(''));
    const all = gzipBytes(html) + weigh('.css') + weigh('.js');
    const count = fetched.length + (fetched.includes('/favicon.svg') ? 0 : ICON);
    if (process.env['SHOW_LOAD'] === '1') console.log(inner, count, script, all);
    if (count > 8 || script > 5 * KB || all > 22 * KB) over.push(`${inner}: ${count} requests, ${script} B, ${all} B`);
    await context.close();
  };
  for (let at = 0; at < sections.length; at += AT_ONCE) await Promise.all(sections.slice(at, at + AT_ONCE).map(look));
  expect(over).toEqual([]);
});
