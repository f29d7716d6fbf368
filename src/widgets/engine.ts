import { createTensorClient, type Line, type Listener, type TensorClient } from '#tensor/client.ts';
import type { AnswerOf, QuestionOf } from '#tensor/model.ts';
import type { MODELS } from './worker.ts';

type Models = typeof MODELS;
type ModelNamed<Name extends keyof Models> = Awaited<ReturnType<Models[Name]>>['model'];

let client: TensorClient | null = null;

/** The page's one tensor client; its worker starts with the first question. */
export function tensorClient(): TensorClient {
  client ??= createTensorClient(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'tensor' }),
  );
  return client;
}

/** A widget's line to its model in the page's one worker. Close it when the widget leaves the page. */
export function openModel<Name extends keyof Models & string>(
  name: Name,
  listener: Listener<AnswerOf<ModelNamed<Name>>>,
): Line<QuestionOf<ModelNamed<Name>>> {
  return tensorClient().open(name, listener);
}
