import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const POLICY = /(<meta charset="utf-8">)([\s\S]*?)(<meta http-equiv="content-security-policy" content="[^"]+">)/;
const INLINE = /<(?:script|style)(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/(?:script|style)>/g;
const HASH = / '(sha256-[A-Za-z0-9+/=]+)'/g;

/**
 * The page with a Content-Security-Policy that names the hashes of its own inline scripts and styles alone, and stands at the
 * top of its head: a policy holds for what follows it. Astro puts the hashes of the whole site on every page, a third of a
 * kilobyte that does not compress, and the policy behind the head's own script.
 */
export function trimPolicy(html: string): string {
  const own = new Set(
    [...html.matchAll(INLINE)].map(([, text = '']) => `sha256-${createHash('sha256').update(text).digest('base64')}`),
  );
  return html.replace(
    POLICY,
    (_, charset: string, head: string, policy: string) =>
      charset + policy.replace(HASH, (all, hash: string) => (own.has(hash) ? all : '')) + head,
  );
}

/** Trims the policy of every built page and puts it first. */
export function trimPolicies(): AstroIntegration {
  return {
    name: 'trim-policies',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        let saved = 0;
        for (const path of globSync('**/*.html', { cwd: root })) {
          const html = readFileSync(root + path, 'utf8');
          const trimmed = trimPolicy(html);
          saved += html.length - trimmed.length;
          if (trimmed !== html) writeFileSync(root + path, trimmed);
        }
        logger.info(`${Math.round(saved / 1024)} KB of hashes taken off`);
      },
    },
  };
}
