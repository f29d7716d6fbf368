/**
 * The authors' form of a question, as YAML or a template gives it. Unknown fields are errors. What a lint rule says
 * better (key counts, option counts) is left to the rule; `parse.ts` turns this form into a `Question`.
 */
import { z } from 'zod';

const text = z.string().trim().min(1);

/** A text in both languages. */
export const bilingualSchema = z.strictObject({ zh: text, en: text });

/** A calendar day, `2026-01-15`. */
export const daySchema = z.iso.date();

/** Name of a mistake; its label is `misconception.<name>` in content/strings. */
export const misconceptionSchema = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

/** File name of an item or template. */
export const idSchema = z.string().regex(/^[a-z0-9-]{3,48}$/);

const exactNumber = z.string().trim().min(1);

const optionSchema = z.strictObject({
  id: z.string().regex(/^[a-z]$/),
  text: bilingualSchema.optional(),
  value: z.union([exactNumber, z.number()]).optional(),
  key: z.boolean().optional(),
  misconception: misconceptionSchema.optional(),
  why: bilingualSchema,
});

const common = {
  section: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9-]+)?$/),
  level: z.enum(['recall', 'understand', 'apply', 'analyse']),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  verified: daySchema,
  source: z.strictObject({ origin: z.literal('original'), refs: z.array(text).optional() }),
  stem: bilingualSchema,
  concept: text.optional(),
  figure: z.strictObject({ src: text, alt: bilingualSchema, credit: text }).optional(),
  negative: z.boolean().optional(),
  scenario: z.boolean().optional(),
  retired: daySchema.optional(),
  enemies: z.array(idSchema).optional(),
  proof: text.optional(),
  waive: z.record(z.string(), text).optional(),
};

const choice = { ...common, order: z.enum(['shuffle', 'sorted']).optional(), options: z.array(optionSchema) };

const numeric = {
  ...common,
  value: z.union([exactNumber, z.array(exactNumber).min(1)]),
  unit: z.union([z.literal('none'), z.strictObject({ zh: text, en: text, accept: z.array(text).optional() })]),
  tolerance: z
    .union([z.literal('exact'), z.strictObject({ abs: exactNumber }), z.strictObject({ rel: exactNumber })])
    .optional(),
  places: z.int().min(0).max(10).optional(),
  accept: z
    .array(z.enum(['decimal', 'scientific', 'grouped', 'percent', 'fraction', 'wan']))
    .min(1)
    .optional(),
  why: bilingualSchema,
  traps: z
    .array(z.strictObject({ value: exactNumber, misconception: misconceptionSchema, why: bilingualSchema }))
    .optional(),
};

/** Every kind of question, told apart by `kind`. */
export const looseQuestionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), ...choice }),
  z.strictObject({ kind: z.literal('multiple'), ...choice }),
  z.strictObject({
    kind: z.literal('truefalse'),
    ...common,
    answer: z.boolean(),
    why: z.strictObject({ t: bilingualSchema, f: bilingualSchema }),
  }),
  z.strictObject({ kind: z.literal('numeric'), ...numeric }),
]);

/** What authors write, once its shape is right. */
export type LooseQuestion = z.infer<typeof looseQuestionSchema>;
/** An option as authors write it. */
export type LooseOption = z.infer<typeof optionSchema>;

/** The fields an object at a path may have, for messages that list what would be valid; empty when unknown. */
export function knownFields(kind: string, path: readonly (string | number)[]): readonly string[] {
  const last = path.findLast((step) => typeof step === 'string');
  switch (last) {
    case undefined:
      return Object.keys(looseQuestionSchema.options.find((each) => each.shape.kind.value === kind)?.shape ?? {});
    case 'options':
      return Object.keys(optionSchema.shape);
    case 'traps':
      return ['value', 'misconception', 'why'];
    case 'source':
      return ['origin', 'refs'];
    case 'figure':
      return ['src', 'alt', 'credit'];
    case 'unit':
      return ['zh', 'en', 'accept'];
    case 'tolerance':
      return ['abs', 'rel'];
    case 'why':
      return kind === 'truefalse' && path.length === 1 ? ['t', 'f'] : ['zh', 'en'];
    default:
      return ['zh', 'en'];
  }
}
