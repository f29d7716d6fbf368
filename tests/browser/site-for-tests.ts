import { afterAll, beforeAll } from 'vitest';
import { openSite, type Site } from './site.ts';

/** The site for the tests of one file: opened before the first, closed after the last. */
export function siteForTests(): Pick<Site, 'url' | 'visit'> {
  let opened: Site | null = null;
  beforeAll(async () => {
    opened = await openSite();
  });
  afterAll(async () => {
    await opened?.close();
  });
  const site = (): Site => {
    if (opened === null) throw new Error('The site is open inside tests only.');
    return opened;
  };
  return { url: (path) => site().url(path), visit: (path, look) => site().visit(path, look) };
}
