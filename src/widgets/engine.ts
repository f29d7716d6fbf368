import { createTensorClient, type Line, type Listener, type TensorClient } from '#tensor/client.ts';
import type { AnswerOf, BackendName, QuestionOf } from '#tensor/model.ts';
import type { MODELS } from './worker.ts';

type Models = typeof MODELS;
type ModelNamed<Name extends keyof Models> = Awaited<ReturnType<Models[Name]>>['model'];

/**
 * Widgets whose models name the wasm backend; all others run on cpu. The page must know it before the model has come: a
 * worker has one backend, so that no widget's numbers depend on which others are on the page.
 */
const ON_WASM: readonly (keyof Models)[] = ['gan'];

const clients = new Map<BackendName, TensorClient>();

/** The page's one tensor client for a backend; its worker starts with the first question. */
export function tensorClient(backend: BackendName): TensorClient {
  const known =
    clients.get(backend) ??
    createTensorClient(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'tensor' }));
  clients.set(backend, known);
  return known;
}

/** The backend a widget's model runs on. */
export function backendOf(name: keyof Models): BackendName {
  return ON_WASM.includes(name) ? 'wasm' : 'cpu';
}

/** A widget's line to its model in the page's worker for its backend. Close it when the widget leaves the page. */
export function openModel<Name extends keyof Models & string>(
  name: Name,
  listener: Listener<AnswerOf<ModelNamed<Name>>>,
): Line<QuestionOf<ModelNamed<Name>>> {
  return tensorClient(backendOf(name)).open(name, listener);
}
