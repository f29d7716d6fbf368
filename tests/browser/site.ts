/**
 * The built site in a real browser, served as GitHub Pages serves it: base path, 404.html, no rewrites, no headers.
 * Requests to any other host are reported among a visit's faults, so that a test that looks at them fails when a page
 * reaches out.
 */
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { serve } from '../../src/integrations/serve.ts';
import { browserArguments, findBrowser } from '../find-browser.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** How a page is looked at. */
export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  readonly script?: boolean;
  readonly reducedMotion?: boolean;
  readonly touch?: boolean;
}

/** A page with what went wrong on it. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console and of the page, and requests to other hosts; a good visit leaves it empty. */
  readonly faults: string[];
  /** Paths requested so far, base left out. */
  readonly requests: string[];
}

/** The site, open. */
export interface Site {
  readonly browser: Browser;
  /** Full address of a site path, e.g. `/en/exam/`. */
  url(path: string): string;
  /** Opens a path in a fresh context (own storage). */
  visit(path: string, look?: Look): Promise<Visit>;
  close(): Promise<void>;
}

function watch(page: Page, origin: string, faults: string[], requests: string[], base: string): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('favicon')) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol === 'blob:' || url.protocol === 'data:') return;
    if (url.origin === origin) requests.push(url.pathname.replace(base, '/'));
    else faults.push(`request to ${url.origin}`);
  });
}

/** Starts server and browser; close it when done. */
export async function openSite(): Promise<Site> {
  const base = process.env['BASE_PATH'] ?? '/aca/';
  const { server, url: home }: { server: Server; url: string } = await serve({ root: DIST, base, port: 0 });
  const { origin } = new URL(home);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments() });
  const url = (path: string): string => `${home}${path.replace(/^\//, '')}`;
  return {
    browser,
    url,
    async visit(path, look = {}) {
      const context = await browser.newContext({
        viewport: { width: look.width ?? 1280, height: look.height ?? 800 },
        colorScheme: look.theme ?? 'light',
        javaScriptEnabled: look.script ?? true,
        reducedMotion: look.reducedMotion === true ? 'reduce' : 'no-preference',
        hasTouch: look.touch ?? false,
      });
      const page = await context.newPage();
      const faults: string[] = [];
      const requests: string[] = [];
      watch(page, origin, faults, requests, base);
      await page.goto(url(path), { waitUntil: 'load' });
      return { page, context, faults, requests };
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
