import { z } from 'zod';

const sectionPath = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'chapter/section, both slugs without numbers');

/** Front matter of a section; unknown fields are errors. */
export const sectionSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(10),
  needs: z.array(sectionPath),
  sources: z.array(z.strictObject({ title: z.string().min(1), url: z.url() })),
  terms: z.array(z.string()),
});

/** What the front matter of a section says. */
export type SectionData = z.infer<typeof sectionSchema>;
