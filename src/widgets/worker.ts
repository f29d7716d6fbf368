/** The lab's worker: every widget's model, loaded when it is first asked. */
import type { FromWorker, Port, ToWorker } from '#tensor/protocol.ts';
import { serve } from '#tensor/serve.ts';

/** Widget → model. The types of questions and answers on the page come from here too. */
export const MODELS = {
  activation: () => import('./activation/model.ts'),
  convolution: () => import('./convolution/model.ts'),
  gan: () => import('./gan/model.ts'),
  mlp: () => import('./mlp/model.ts'),
} as const;

const port: Port<FromWorker, ToWorker> = {
  postMessage: self.postMessage.bind(self),
  addEventListener: self.addEventListener.bind(self),
};

serve(MODELS, port);
