/** The authors' form of a blueprint, as YAML gives it. Unknown fields are errors. */
import { z } from 'zod';
import { bilingualSchema } from '#core/question/schema.ts';

const kind = z.enum(['single', 'multiple', 'truefalse', 'numeric']);
const weight = z.int().min(0).max(10_000);
const topic = z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/);
const difficulty = z.union([z.literal(1), z.literal(2), z.literal(3)]);

/** One cell written out by hand. */
export const cellSchema = z.strictObject({
  topic: topic.optional(),
  kind: kind.optional(),
  difficulty: difficulty.optional(),
  count: z.int().min(1).max(200),
});

/** What `content/blueprints/<id>.yaml` may hold. */
export const blueprintSchema = z.strictObject({
  title: bilingualSchema,
  note: bilingualSchema,
  official: z.literal(false),
  mode: z.enum(['exam', 'practice']),
  questions: z.int().min(1).max(200),
  minutes: z.int().min(1).max(600).nullable(),
  points: z.int().min(1).max(1000),
  pass: z.int().min(1).max(1000).nullable(),
  topics: z.record(topic, weight).optional(),
  kinds: z.partialRecord(kind, weight).optional(),
  difficulty: z.partialRecord(z.enum(['1', '2', '3']), weight).optional(),
  cells: z.array(cellSchema).min(1).optional(),
  order: z.array(kind).optional(),
  mocks: z.int().min(1).max(20),
});

/** An author's blueprint once its shape is right. */
export type LooseBlueprint = z.infer<typeof blueprintSchema>;
