import { z } from 'zod';

/** One term of glossary.yaml, as authors write it. */
export const glossaryTermSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  zh: z.string().min(1),
  en: z.string().min(1),
  aliases: z.strictObject({ zh: z.array(z.string()).optional(), en: z.array(z.string()).optional() }).optional(),
  def: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  section: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
});

/** A term: its names, one definition a language, and the section that teaches it. */
export type GlossaryTerm = z.infer<typeof glossaryTermSchema>;
