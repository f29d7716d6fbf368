import type { FromWorker, Port, TensorFailure, ToWorker } from './protocol.ts';

/** What a widget is told. */
export interface Listener<Answer> {
  /** A frame for the latest question; `done` is false for an intermediate one. */
  onAnswer(answer: Answer, done: boolean): void;
  onFailure(failure: TensorFailure): void;
}

/** A widget's line to its model. */
export interface Line<Question> {
  /** Asks; takes the place of a question not yet answered. The worker starts with the first question of the page. */
  ask(question: Question): void;
  /** Withdraws the question on the way; nothing more is heard of it. */
  cancel(): void;
  /** Ends the session and frees what the model kept. */
  close(): void;
}

/** The page's side of one worker. */
export interface TensorClient {
  open<Question, Answer>(model: string, listener: Listener<Answer>): Line<Question>;
  /** Tensors alive in the worker; 0 while there is none. For leak tests. */
  countTensors(): Promise<number>;
}

/** A worker as the client needs it. */
export interface WorkerPort extends Port<ToWorker, FromWorker> {
  addEventListener(type: 'message', listener: (event: { readonly data: FromWorker }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

interface Session {
  readonly model: string;
  readonly listener: Listener<unknown>;
  /** The question on the way, kept for replay; null when answered or withdrawn. */
  pending: { readonly id: number; readonly question: unknown } | null;
  /** Whether its model did not arrive: a worker may go on taking that for lost, so that the next question gets a new one. */
  unreachable: boolean;
}

/** How often a working worker is asked whether it lives, and how long it may stay silent, in milliseconds. */
const PING_EVERY = 2_000;
const SILENCE = 10_000;
/** Deaths in a row, without an answer between them, after which the client gives up. */
const MAX_DEATHS = 3;

/**
 * One lazy worker for all widgets of a page.
 *
 * It starts with the first question and stays. If it dies or falls silent, or a model that did not arrive is asked again,
 * it is started anew and each open question is asked again: questions carry their whole state, so the replay gives the same
 * numbers.
 *
 * @param spawn starts the worker; the room that owns the models owns the worker's file
 */
export function createTensorClient(spawn: () => WorkerPort): TensorClient {
  const sessions = new Map<number, Session>();
  const counters: ((count: number) => void)[] = [];
  let worker: WorkerPort | null = null;
  let nextSession = 1;
  let nextId = 1;
  let deaths = 0;
  let heard = 0;
  let ready = false;
  let watch: ReturnType<typeof setInterval> | null = null;

  function post(message: ToWorker): void {
    if (worker === null) start();
    worker?.postMessage(message);
  }

  function start(): void {
    const started = spawn();
    worker = started;
    ready = false;
    started.addEventListener('message', ({ data }) => {
      if (worker === started) hear(data);
    });
    started.addEventListener('error', (event) => {
      if (worker === started) bury(event.message ?? '');
    });
  }

  function hear(message: FromWorker): void {
    heard = Date.now();
    switch (message.kind) {
      case 'ready':
        ready = true;
        return;
      case 'pong':
        return;
      case 'tensors':
        counters.shift()?.(message.count);
        return;
      case 'answer':
      case 'failed': {
        const session = sessions.get(message.session);
        if (session === undefined || session.pending?.id !== message.id) return;
        deaths = 0;
        if (message.kind === 'failed' || message.done) session.pending = null;
        session.unreachable = message.kind === 'failed' && message.failure.code === 'tensor-unreachable';
        keepWatch();
        if (message.kind === 'failed') session.listener.onFailure(message.failure);
        else session.listener.onAnswer(message.answer, message.done);
        return;
      }
    }
  }

  function bury(detail: string): void {
    const code = ready ? 'tensor-worker-lost' : 'tensor-unreachable';
    worker?.terminate();
    worker = null;
    deaths += 1;
    if (deaths < MAX_DEATHS) replay();
    else {
      deaths = 0;
      for (const session of sessions.values()) {
        if (session.pending === null) continue;
        session.pending = null;
        session.listener.onFailure({ code, detail });
      }
    }
    keepWatch();
  }

  /** Asks every open question again. */
  function replay(): void {
    for (const [number, { model, pending }] of sessions)
      if (pending !== null) post({ kind: 'ask', session: number, model, ...pending });
  }

  /** Pings while somebody waits for an answer; a worker that is still loading is not expected to speak. */
  function keepWatch(): void {
    const waiting = [...sessions.values()].some((session) => session.pending !== null);
    if (waiting && watch === null) {
      heard = Date.now();
      watch = setInterval(() => {
        if (!ready) heard = Date.now();
        else if (Date.now() - heard > SILENCE) bury('');
        else worker?.postMessage({ kind: 'ping' });
      }, PING_EVERY);
    }
    if (!waiting && watch !== null) {
      clearInterval(watch);
      watch = null;
    }
  }

  return {
    open<Question, Answer>(model: string, listener: Listener<Answer>): Line<Question> {
      const number = nextSession++;
      // The model's name ties question and answer types together; see `ModelTable`.
      const session: Session = { model, listener: listener as Listener<unknown>, pending: null, unreachable: false };
      sessions.set(number, session);
      return {
        ask(question) {
          if (!sessions.has(number)) return;
          session.pending = { id: nextId++, question };
          if (session.unreachable) {
            worker?.terminate();
            worker = null;
            replay();
          } else post({ kind: 'ask', session: number, model, ...session.pending });
          keepWatch();
        },
        cancel() {
          session.pending = null;
          worker?.postMessage({ kind: 'cancel', session: number });
          keepWatch();
        },
        close() {
          session.pending = null;
          sessions.delete(number);
          worker?.postMessage({ kind: 'close', session: number });
          keepWatch();
        },
      };
    },
    countTensors() {
      if (worker === null) return Promise.resolve(0);
      return new Promise((resolve) => {
        counters.push(resolve);
        worker?.postMessage({ kind: 'count-tensors' });
      });
    },
  };
}
