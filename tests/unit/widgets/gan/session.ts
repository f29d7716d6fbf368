import type { Ops } from '#tensor/model.ts';
import { loadWasmInline } from '#tensor/wasm-inline.ts';
import { type GanFrame, type GanQuestion, model } from '#widgets/gan/model.ts';
import { type GanState, INITIAL } from '#widgets/gan/state.ts';

/** A session on the wasm backend, for tests: asks and runs to the answer. */
export interface TestSession {
  readonly tf: Ops;
  show(change: Partial<GanState>): GanFrame;
  /** The same as a step of play. */
  step(change: Partial<GanState>): GanFrame;
  /** The same with what was tried out for the predictions. */
  probe(change: Partial<GanState>): GanFrame;
  /** Plays on until its condition ends play. */
  playOut(change: Partial<GanState>): GanFrame;
  /** Plays on for so many yields, then withdraws; the last frame shown. */
  play(state: GanState, yields: number): GanFrame | null;
  dispose(): void;
}

/** Opens a session. */
export async function openSession(): Promise<TestSession> {
  const tf = await loadWasmInline();
  const session = model.open(tf);
  const ask = (question: GanQuestion): GanFrame => {
    const work = session.answer(question);
    let next = work.next();
    while (!next.done) next = work.next();
    return next.value;
  };
  return {
    tf,
    probe: (change) => ask({ kind: 'probe', state: { ...INITIAL, ...change } }),
    step: (change) => ask({ kind: 'step', state: { ...INITIAL, ...change } }),
    playOut: (change) => ask({ kind: 'play', state: { ...INITIAL, ...change } }),
    show: (change) => ask({ kind: 'show', state: { ...INITIAL, ...change } }),
    play(state, yields) {
      const work = session.answer({ kind: 'play', state });
      let frame: GanFrame | null = null;
      for (let i = 0; i < yields; i++) {
        const { value } = work.next();
        if (typeof value === 'function') frame = value();
      }
      work.return(session.answer({ kind: 'show', state }).next().value as never);
      return frame;
    },
    dispose: () => session.dispose(),
  };
}
