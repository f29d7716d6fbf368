/** What a widget's `model.ts` is to this room: mathematics that answers questions in slices. */

/** The operations of `ops.ts`; a model gets them as an argument and imports none. */
export type Ops = typeof import('./ops.ts');

/** The backends there are: cpu for batches of tens, wasm for batches of hundreds. */
export type BackendName = 'cpu' | 'wasm';

/**
 * One widget on one page, for as long as it is mounted: what it keeps between questions (a network in training, say).
 */
export interface ModelSession<Question, Answer> {
  /**
   * Computes the answer to a question.
   *
   * Each `yield` is a place where the work may rest or end, so put one at least every few milliseconds, outside
   * `tf.tidy`; a yielded answer is shown as an intermediate frame, unless one was shown less than 50 ms ago. A frame
   * that costs time is yielded as a function, called only if it will be shown. Answers are plain data that `postMessage`
   * can copy: no tensors. When the question is withdrawn, the generator is closed at its last `yield`, so tensors that live across
   * one are disposed in `finally`.
   */
  answer(question: Question): Generator<Answer | (() => Answer) | undefined, Answer, void>;
  /** Frees what the session kept. */
  dispose(): void;
}

/** The `model` export of a widget's `model.ts`. */
export interface Model<Question, Answer> {
  readonly backend: BackendName;
  open(tf: Ops): ModelSession<Question, Answer>;
}

/** Any model, where its types do not matter: the worker's table. */
export type AnyModel = Model<never, unknown>;

/** The worker's table: a widget's name → how to load its model. */
export type ModelTable = Readonly<Record<string, () => Promise<{ readonly model: AnyModel }>>>;

/** What a model is asked. */
export type QuestionOf<M> = M extends Model<infer Question, unknown> ? Question : never;

/** What a model answers. */
export type AnswerOf<M> = M extends Model<never, infer Answer> ? Answer : never;

/** A tensor, as models name it in their signatures. */
export type Tensor = import('@tensorflow/tfjs-core').Tensor;

/** A batch of pictures [batch, height, width, channels], or a filter [height, width, in, out]. */
export type Tensor4D = import('@tensorflow/tfjs-core').Tensor4D;
