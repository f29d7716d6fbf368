/**
 * Parametric questions: code that draws numbers, computes the key and computes each mistake.
 *
 * A file `content/templates/NN-slug/<id>.ts` exports `defineTemplate({…})` by default; `variants.ts` builds and checks
 * every draw. `build` must be pure: the same parameters give the same question for ever.
 */
import type { Bilingual, NumberForm } from './question.ts';

/** What one parameter may be; a list of numbers is a vector such as the inputs of a neuron. */
export type ParamValue = number | string | boolean | readonly number[];

/** One choice of all parameters. */
export type Params = Readonly<Record<string, ParamValue>>;

/** A finite grid (every combination is drawn) or a list of cases (each is drawn). */
export type ParamSpace = Readonly<Record<string, readonly ParamValue[]>> | readonly Params[];

/** The parameters `build` gets for a space. */
export type Draw<Space extends ParamSpace> = Space extends readonly (infer Case)[]
  ? Case
  : { readonly [Name in keyof Space]: Space[Name] extends readonly (infer Value)[] ? Value : never };

/** A right answer: a number (rounded to `places`, else to 12 significant digits) or a text. */
export interface BuiltKey {
  readonly value?: number | string;
  readonly text?: Bilingual;
  readonly why: Bilingual;
}

/** A wrong answer computed from a named mistake; on a numeric item it becomes a trap. */
export interface BuiltDistractor extends BuiltKey {
  readonly misconception: string;
}

/** What `build` returns: a list of keys on `multiple`; `answer` and `why` instead of keys on `truefalse`. */
export type Built =
  | {
      readonly stem: Bilingual;
      readonly key: BuiltKey | readonly BuiltKey[];
      readonly distractors: readonly BuiltDistractor[];
      readonly proof?: string;
    }
  | {
      readonly stem: Bilingual;
      readonly answer: boolean;
      readonly why: { readonly t: Bilingual; readonly f: Bilingual };
      readonly proof?: string;
    };

/** What an author writes; fields mean what they mean in a question file. */
export interface TemplateSpec<Space extends ParamSpace> {
  readonly kind: 'single' | 'multiple' | 'truefalse' | 'numeric';
  readonly section: string;
  readonly level: 'recall' | 'understand' | 'apply' | 'analyse';
  readonly difficulty: 1 | 2 | 3;
  readonly verified: string;
  readonly source: { readonly origin: 'original'; readonly refs?: readonly string[] };
  readonly order?: 'shuffle' | 'sorted';
  readonly concept?: string;
  readonly negative?: boolean;
  readonly scenario?: boolean;
  readonly retired?: string;
  readonly enemies?: readonly string[];
  readonly waive?: Readonly<Record<string, string>>;
  /** Numeric only. */
  readonly unit?: 'none' | (Bilingual & { readonly accept?: readonly string[] });
  readonly tolerance?: 'exact' | { readonly abs: string } | { readonly rel: string };
  readonly accept?: readonly NumberForm[];
  /** Decimal places every value is rounded to, half away from zero; on numeric items the stem asks for them. */
  readonly places?: number;
  readonly params: Space;
  /** Draws for which this is false do not exist. */
  readonly require?: (draw: Draw<Space>) => boolean;
  readonly build: (draw: Draw<Space>) => Built;
}

/** A template with its parameter types forgotten, as the bank handles it. */
export interface Template {
  /** The fields that all variants share, in the authors' form. */
  readonly shared: Readonly<Record<string, unknown>>;
  readonly kind: TemplateSpec<ParamSpace>['kind'];
  readonly places: number | null;
  /** Every draw that passes `require`, in the order of the grid, with what building it gives. */
  readonly draws: () => Iterable<{ readonly params: Params; readonly build: () => Built }>;
}

function isCaseList(space: ParamSpace): space is readonly Params[] {
  return Array.isArray(space);
}

/** Every combination of a grid, the last parameter running fastest; a case list as it is. */
function enumerate(space: ParamSpace): Params[] {
  if (isCaseList(space)) return [...space];
  let draws: Params[] = [{}];
  for (const [name, values] of Object.entries(space)) {
    draws = draws.flatMap((draw) => values.map((value) => ({ ...draw, [name]: value })));
  }
  return draws;
}

/** Declares a template; the type of `params` reaches `require` and `build`. */
export function defineTemplate<const Space extends ParamSpace>(spec: TemplateSpec<Space>): Template {
  const { params, require, build, places, ...shared } = spec;
  return {
    shared: spec.kind === 'numeric' && places !== undefined ? { ...shared, places } : shared,
    kind: spec.kind,
    places: places ?? null,
    *draws() {
      for (const each of enumerate(params)) {
        // The grid was declared with these very types; enumerating it forgets them.
        const draw = each as Draw<Space>;
        if (require === undefined || require(draw)) yield { params: each, build: () => build(draw) };
      }
    },
  };
}

/** Whether a module's default export is what {@link defineTemplate} makes. */
export function isTemplate(value: unknown): value is Template {
  return (
    typeof value === 'object' &&
    value !== null &&
    'draws' in value &&
    typeof value.draws === 'function' &&
    'shared' in value
  );
}
