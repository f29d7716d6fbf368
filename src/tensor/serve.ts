import type { AnyModel, BackendName, ModelSession, ModelTable, Ops } from './model.ts';
import type { FromWorker, Port, ToWorker } from './protocol.ts';

/** Longest a slice of work runs before messages are heard again, in milliseconds. */
export const SLICE_MS = 10;
/** Least time between two intermediate frames of a session, in milliseconds; those between them are not sent. */
export const FRAME_MS = 50;

const BACKENDS: Readonly<Record<BackendName, () => Promise<Ops>>> = {
  cpu: async () => (await import('./cpu.ts')).loadCpu(),
  wasm: async () => (await import('./wasm-fetched.ts')).loadWasmFetched(),
};

/** A part of the program that did not arrive: a model's file, a backend's, or its WebAssembly. */
class NotArrived extends Error {}

async function arrive<Part>(part: Promise<Part>): Promise<Part> {
  try {
    return await part;
  } catch (error) {
    throw new NotArrived(describe(error), { cause: error });
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Time as the worker knows it. */
export interface WorkerTime {
  clock(): number;
  breathe(): Promise<void>;
}

interface Seat {
  readonly opened: Promise<ModelSession<never, unknown>>;
  /** Id of the question that counts; an answer to an older one is not sent. */
  current: number;
  work: Generator<unknown, unknown, void> | null;
  /** When an intermediate frame was last sent. */
  sent: number;
}

/**
 * The worker's side: answers questions on the models of `table`, a slice at a time, all sessions in turn.
 *
 * A new question of a session takes the place of its old one. Between slices the worker hears messages, so a cancel is
 * felt within {@link SLICE_MS} and one step of the model.
 *
 * @param port the worker's own scope, or a test's
 * @param time how it passes: `clock` in milliseconds, `breathe` resolves once waiting messages have been heard
 */
export function serve(
  table: ModelTable,
  port: Port<FromWorker, ToWorker>,
  { clock, breathe }: WorkerTime = { clock: () => performance.now(), breathe: makeBreath() },
): void {
  const seats = new Map<number, Seat>();
  let tf: Ops | null = null;
  let running = false;

  async function open(name: string): Promise<ModelSession<never, unknown>> {
    const load = table[name];
    if (load === undefined)
      throw new Error(`There is no model “${name}”; there are: ${Object.keys(table).join(', ')}.`);
    const { model }: { readonly model: AnyModel } = await arrive(load());
    tf = await arrive(BACKENDS[model.backend]());
    return model.open(tf);
  }

  function stop(seat: Seat): void {
    seat.work?.return(undefined);
    seat.work = null;
    seat.current += 1;
  }

  function fail(session: number, id: number, error: unknown): void {
    const code = error instanceof NotArrived ? 'tensor-unreachable' : 'tensor-model-failed';
    port.postMessage({ kind: 'failed', session, id, failure: { code, detail: describe(error) } });
  }

  /** One step of one session's work. */
  function advance(session: number, seat: Seat): void {
    if (seat.work === null) return;
    const id = seat.current;
    try {
      const { value, done = false } = seat.work.next();
      if (done) seat.work = null;
      const due = value !== undefined && clock() - seat.sent >= FRAME_MS;
      if (!done && !due) return;
      const answer = typeof value === 'function' ? value() : value;
      seat.sent = clock();
      port.postMessage({ kind: 'answer', session, id, answer, done });
    } catch (error) {
      seat.work = null;
      fail(session, id, error);
    }
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    for (;;) {
      const busy = [...seats].filter(([, seat]) => seat.work !== null);
      if (busy.length === 0) break;
      const start = clock();
      do for (const [session, seat] of busy) advance(session, seat);
      while (clock() - start < SLICE_MS && busy.some(([, seat]) => seat.work !== null));
      await breathe();
    }
    running = false;
  }

  async function ask(message: ToWorker & { kind: 'ask' }): Promise<void> {
    const { session, id, model, question } = message;
    const seat = seats.get(session) ?? { opened: open(model), current: id, work: null, sent: Number.NEGATIVE_INFINITY };
    seats.set(session, seat);
    stop(seat);
    seat.current = id;
    try {
      const opened = await seat.opened;
      // While the model loaded, the widget may have asked anew or gone.
      if (seat.current !== id || seats.get(session) !== seat) return;
      // The page and this worker come from one build: the table's types hold on both sides.
      seat.work = opened.answer(question as never);
      void run();
    } catch (error) {
      seats.delete(session);
      fail(session, id, error);
    }
  }

  async function close(session: number): Promise<void> {
    const seat = seats.get(session);
    if (seat === undefined) return;
    stop(seat);
    seats.delete(session);
    await seat.opened.then(
      (opened) => opened.dispose(),
      () => undefined,
    );
  }

  port.addEventListener('message', ({ data }) => {
    switch (data.kind) {
      case 'ask':
        void ask(data);
        return;
      case 'cancel': {
        const seat = seats.get(data.session);
        if (seat !== undefined) stop(seat);
        return;
      }
      case 'close':
        void close(data.session);
        return;
      case 'ping':
        port.postMessage({ kind: 'pong' });
        return;
      case 'count-tensors':
        port.postMessage({ kind: 'tensors', count: tf?.memory().numTensors ?? 0 });
        return;
    }
  });
  port.postMessage({ kind: 'ready' });
}

/** A pause of one task, so that messages get their turn; timers would cost 4 ms each. */
function makeBreath(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let resume: () => void = () => undefined;
  port1.onmessage = () => resume();
  return () =>
    new Promise((resolve) => {
      resume = resolve;
      port2.postMessage(null);
    });
}
