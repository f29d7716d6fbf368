/** What page and worker say to each other. A session is one mounted widget; ids rise within a session. */
import type { CodeOf } from '#core/failures.ts';

/** From the page. */
export type ToWorker =
  | {
      readonly kind: 'ask';
      readonly session: number;
      readonly id: number;
      readonly model: string;
      readonly question: unknown;
    }
  | { readonly kind: 'cancel'; readonly session: number }
  | { readonly kind: 'close'; readonly session: number }
  | { readonly kind: 'ping' }
  | { readonly kind: 'count-tensors' };

/** From the worker; an answer may come in several frames, a failure comes in place of the last. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'answer';
      readonly session: number;
      readonly id: number;
      readonly answer: unknown;
      /** False for an intermediate frame. */
      readonly done: boolean;
    }
  | { readonly kind: 'failed'; readonly session: number; readonly id: number; readonly failure: TensorFailure }
  | { readonly kind: 'pong' }
  | { readonly kind: 'tensors'; readonly count: number };

/** What can go wrong between a widget and its model. */
export type TensorFailureCode = CodeOf<'tensor'>;

/** A failure as a value, with what the engine said. */
export interface TensorFailure {
  readonly code: TensorFailureCode;
  readonly detail: string;
}

/** The part of `Worker` and of a worker's own scope that both ends use. */
export interface Port<Out, In> {
  postMessage(message: Out): void;
  addEventListener(type: 'message', listener: (event: { readonly data: In }) => void): void;
}
