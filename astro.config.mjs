import { createHash } from 'node:crypto';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { DEFAULT_LOCALE, LOCALES } from './src/i18n/locales.ts';
import { bankList } from './src/integrations/bank/bank-list.ts';
import { searchIndex } from './src/integrations/search/search-index.ts';
import { SHARED_CHUNK, smallPreload } from './src/integrations/small-preload.ts';
import { tfjsInDev } from './src/integrations/tfjs-in-dev.ts';
import { trimPolicies } from './src/integrations/trim-policies.ts';
import { themeScript } from './src/layouts/theme-script.ts';
import { pipeline, shikiConfig } from './src/markdown/pipeline.ts';

const site = process.env.SITE_URL || 'http://localhost:4321';
const base = process.env.BASE_PATH || '/';
const themeHash = `sha256-${createHash('sha256').update(themeScript).digest('base64')}`;

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  markdown: {
    processor: unified(pipeline({ base })),
    syntaxHighlight: { type: 'shiki', excludeLangs: ['math'] },
    shikiConfig,
  },
  integrations: [
    mdx(),
    preact(),
    trimPolicies(),
    bankList(),
    searchIndex(),
    sitemap({
      i18n: { defaultLocale: DEFAULT_LOCALE, locales: Object.fromEntries(LOCALES.map((locale) => [locale, locale])) },
      filter: (page) => !/\/(search|exam\/run|exam\/report|review|404)\/|~/.test(page),
    }),
  ],
  security: {
    csp: {
      algorithm: 'SHA-256',
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"], hashes: [themeHash] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    // The lab's first frames are computed at build; tfjs-core's kernels have no extensions that Node would follow.
    resolve: { noExternal: [/^@tensorflow\//] },
    define: { 'import.meta.env.REPO_URL': JSON.stringify(process.env.REPO_URL ?? '') },
    worker: { format: 'es', rolldownOptions: { output: { comments: { legal: false } } } },
    // Astro marks each chapter with a directive of its own, which Rolldown would report for every one of them.
    build: { assetsInlineLimit: 0, rolldownOptions: { checks: { moduleLevelDirective: false } } },
    plugins: [smallPreload(), tfjsInDev()],
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [SHARED_CHUNK] } } } } },
    },
    optimizeDeps: { entries: ['src/widgets/worker.ts', 'src/tensor/*.ts', 'src/**/*.tsx'] },
  },
});
