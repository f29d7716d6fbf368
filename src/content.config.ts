import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { glossaryTermSchema } from '#core/course/glossary.ts';
import { sectionSchema } from '#core/course/section.ts';
import { blueprintLoader } from '#integrations/bank/blueprint-loader.ts';
import { questionLoader } from '#integrations/bank/loader.ts';
import { glossaryLoader } from '#integrations/content/glossary-loader.ts';

/** Sections: one MDX file a language; the id is the file's path without its ending. */
const sections = defineCollection({
  loader: glob({
    pattern: '**/*.mdx',
    base: './content/chapters',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: sectionSchema,
});

/** Terms of glossary.yaml, in the order of teaching. */
const glossary = defineCollection({ loader: glossaryLoader(), schema: glossaryTermSchema });

/** The bank: questions and published template variants, checked and strict; `data` is a `Question`. */
const questions = defineCollection({ loader: questionLoader() });

/** What papers are made of; `data` is a `Blueprint`. */
const blueprints = defineCollection({ loader: blueprintLoader() });

/** The collections Astro loads at build time; their names are what pages ask for. */
export const collections = { sections, glossary, questions, blueprints };
