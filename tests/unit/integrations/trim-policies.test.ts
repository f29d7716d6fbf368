import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { trimPolicy } from '#integrations/trim-policies.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (policy: string): string =>
  `<html><head><meta charset="utf-8"><title>$&</title><script>theme()</script>${policy}</head><body></body></html>`;
const meta = (...hashes: string[]): string =>
  `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' ${hashes.join(' ')};">`;

describe('the policy of a built page', () => {
  it('stands before everything it is to hold for, with the hashes of that page alone', () => {
    expect(trimPolicy(page(meta(hash('theme()'), hash('elsewhere()'))))).toBe(
      page('').replace('<meta charset="utf-8">', `<meta charset="utf-8">${meta(hash('theme()'))}`),
    );
  });

  it('leaves a page without one as it is', () => {
    expect(trimPolicy(page(''))).toBe(page(''));
  });
});
