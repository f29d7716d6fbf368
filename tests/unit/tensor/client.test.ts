import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTensorClient, type WorkerPort } from '#tensor/client.ts';
import type { AnyModel, Model } from '#tensor/model.ts';
import type { FromWorker, ToWorker } from '#tensor/protocol.ts';
import { serve, type WorkerTime } from '#tensor/serve.ts';

/** Counts to the number asked, a yield each; remembers how its work ended. */
function countingModel(log: string[]): Model<number, string> {
  return {
    backend: 'cpu',
    open: () => ({
      *answer(goal) {
        try {
          for (let i = 0; i < goal; i++) yield goal <= 100 && i % 10 === 9 ? `at ${i + 1}` : undefined;
          if (goal < 0) throw new Error('negative');
          log.push(`done ${goal}`);
          return `counted ${goal}`;
        } finally {
          log.push(`left ${goal}`);
        }
      },
      dispose: () => log.push('disposed'),
    }),
  };
}

interface FakeWorker extends WorkerPort {
  die(): void;
  /** Whether it has said anything yet. */
  spoke(): boolean;
  readonly heard: ToWorker[];
}

/** A worker on the same thread: messages are copied and delivered a task later, as the platform does. */
function fakeWorker(model: AnyModel, mute = false, arrives = true): FakeWorker {
  const toPage: ((event: { data: FromWorker }) => void)[] = [];
  const toWorker: ((event: { data: ToWorker }) => void)[] = [];
  const onError: ((event: { message?: string }) => void)[] = [];
  const heard: ToWorker[] = [];
  let alive = true;
  let spoke = false;
  // Node hears a thousand messages before it looks at its timers, so the browser's way of breathing would starve this
  // test; and a terminated worker breathes no more.
  const time: WorkerTime = {
    clock: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(() => alive && resolve())),
  };
  const later = (act: () => void): void => void setTimeout(() => alive && act(), 0);
  const worker: FakeWorker = {
    heard,
    postMessage: (message) => {
      heard.push(message);
      later(() => {
        for (const hear of toWorker) hear({ data: structuredClone(message) });
      });
    },
    addEventListener: (type: 'message' | 'error', listener: (event: never) => void) => {
      if (type === 'message') toPage.push(listener as (event: { data: FromWorker }) => void);
      else onError.push(listener as (event: { message?: string }) => void);
    },
    terminate: () => {
      alive = false;
    },
    spoke: () => spoke,
    die: () => {
      for (const hear of onError) hear({ message: 'killed' });
    },
  };
  later(() => {
    if (mute) for (const hear of toPage) hear({ data: { kind: 'ready' } });
    else
      serve(
        {
          count: async () => {
            if (!arrives) throw new TypeError('Failed to fetch dynamically imported module');
            return { model };
          },
        },
        {
          postMessage: (message) =>
            later(() => {
              spoke = true;
              for (const hear of toPage) hear({ data: structuredClone(message) });
            }),
          addEventListener: (_type, listener) => toWorker.push(listener),
        },
        time,
      );
  });
  return worker;
}

const opened: FakeWorker[] = [];
afterEach(() => {
  for (const worker of opened.splice(0)) worker.terminate();
});

function open(log: string[] = [], makeWorker = () => fakeWorker(countingModel(log))) {
  const workers: FakeWorker[] = [];
  const client = createTensorClient(() => {
    const worker = makeWorker();
    workers.push(worker);
    opened.push(worker);
    return worker;
  });
  const heard: string[] = [];
  const line = client.open<number, string>('count', {
    onAnswer: (answer, done) => heard.push(done ? answer : `… ${answer}`),
    onFailure: ({ code, detail }) => heard.push(`${code}: ${detail}`),
  });
  return { client, line, heard, workers };
}

const settled = (heard: readonly string[], text: string) =>
  vi.waitFor(() => expect(heard).toContain(text), { timeout: 20_000 });

describe('the tensor client', () => {
  test('starts no worker before the first question', async () => {
    const { client, workers } = open();
    expect(workers).toHaveLength(0);
    expect(await client.countTensors()).toBe(0);
  });

  test('answers, intermediate frames first, and of frames in quick succession only one', async () => {
    const { line, heard } = open();
    line.ask(25);
    await settled(heard, 'counted 25');
    expect(heard).toEqual(['… at 10', 'counted 25']);
  });

  test('lets a new question take the place of the old one, and drops late answers', async () => {
    const log: string[] = [];
    const { line, heard } = open(log);
    line.ask(1e9);
    await new Promise((resolve) => setTimeout(resolve, 100));
    line.ask(3);
    await settled(heard, 'counted 3');
    expect(log).toEqual(['left 1000000000', 'done 3', 'left 3']);
    expect(heard.filter((text) => text.startsWith('counted'))).toEqual(['counted 3']);
  });

  test('hears a cancel between two slices and closes the work', async () => {
    const log: string[] = [];
    const { line, heard } = open(log);
    line.ask(1e9);
    await new Promise((resolve) => setTimeout(resolve, 100));
    line.cancel();
    await vi.waitFor(() => expect(log).toEqual(['left 1000000000']), { timeout: 20_000 });
    const before = heard.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard.length).toBe(before);
  });

  test('frees a session when its line closes', async () => {
    const log: string[] = [];
    const { line, heard } = open(log);
    line.ask(2);
    await settled(heard, 'counted 2');
    line.close();
    await vi.waitFor(() => expect(log).toContain('disposed'), { timeout: 20_000 });
    line.ask(5);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(heard).toEqual(['counted 2']);
  });

  test('gives two sessions their own answers from one worker', async () => {
    const { client, line, heard, workers } = open();
    const other: string[] = [];
    const second = client.open<number, string>('count', {
      onAnswer: (answer) => other.push(answer),
      onFailure: () => undefined,
    });
    line.ask(40);
    second.ask(4);
    await settled(heard, 'counted 40');
    expect(other).toEqual(['counted 4']);
    expect(workers).toHaveLength(1);
  });

  test('tells what the model threw, and goes on', async () => {
    const { line, heard } = open();
    line.ask(-1);
    await settled(heard, 'tensor-model-failed: negative');
    line.ask(1);
    await settled(heard, 'counted 1');
  });

  test('starts a dead worker anew and asks again', async () => {
    const { line, heard, workers } = open();
    line.ask(1e9);
    await new Promise((resolve) => setTimeout(resolve, 30));
    workers[0]?.die();
    line.ask(7);
    await settled(heard, 'counted 7');
    expect(workers).toHaveLength(2);
  });

  test('replays the open question by itself', async () => {
    const { line, heard, workers } = open();
    line.ask(12);
    workers[0]?.die();
    await settled(heard, 'counted 12');
    expect(workers).toHaveLength(2);
  });

  test('gives up after three deaths in a row and says so; the next question tries again', async () => {
    const { line, heard, workers } = open();
    line.ask(1e9);
    for (let i = 0; i < 3; i++) {
      await vi.waitFor(() => expect(workers[i]?.spoke()).toBe(true), { timeout: 20_000 });
      workers[i]?.die();
    }
    await settled(heard, 'tensor-worker-lost: killed');
    expect(workers).toHaveLength(3);
    line.ask(2);
    await settled(heard, 'counted 2');
  });

  test('says that a worker whose file does not arrive is out of reach', async () => {
    const { line, heard, workers } = open();
    line.ask(1e9);
    for (let i = 0; i < 3; i++) workers[i]?.die();
    await settled(heard, 'tensor-unreachable: killed');
    line.ask(2);
    await settled(heard, 'counted 2');
  });

  test('says that a model that does not arrive is out of reach, and asks a new worker the next time', async () => {
    const log: string[] = [];
    let arrives = false;
    const { line, heard, workers } = open(log, () => fakeWorker(countingModel(log), false, arrives));
    line.ask(1);
    await settled(heard, 'tensor-unreachable: Failed to fetch dynamically imported module');
    expect(workers).toHaveLength(1);
    arrives = true;
    line.ask(2);
    await settled(heard, 'counted 2');
    line.ask(3);
    await settled(heard, 'counted 3');
    expect(workers).toHaveLength(2);
  });
});

describe('a worker that falls silent', () => {
  beforeEach(() =>
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] }),
  );
  afterEach(() => vi.useRealTimers());

  test('is replaced, and the question asked again', async () => {
    const log: string[] = [];
    let first = true;
    const { line, heard, workers } = open(log, () => {
      const worker = fakeWorker(countingModel(log), first);
      first = false;
      return worker;
    });
    line.ask(0);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.heard.filter(({ kind }) => kind === 'ping').length).toBeGreaterThan(2);
    await vi.advanceTimersByTimeAsync(6_000);
    vi.useRealTimers();
    await settled(heard, 'counted 0');
    expect(workers).toHaveLength(2);
  });
});
