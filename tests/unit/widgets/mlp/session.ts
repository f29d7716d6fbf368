import { loadCpu } from '#tensor/cpu.ts';
import { type MlpFrame, type MlpQuestion, model } from '#widgets/mlp/model.ts';
import { INITIAL, type MlpState } from '#widgets/mlp/state.ts';

/** A session that can be asked in one line; a play is cut after `most` frames. */
export async function openSession() {
  const tf = await loadCpu();
  const session = model.open(tf);
  return {
    tf,
    dispose: () => session.dispose(),
    ask(change: Partial<MlpState>, kind: MlpQuestion['kind'] = 'show', most = Number.POSITIVE_INFINITY): MlpFrame {
      const work = session.answer({ kind, state: structuredClone({ ...INITIAL, ...change }) });
      let seen = 0;
      for (let next = work.next(); ; next = work.next()) {
        if (next.done) return next.value;
        if (typeof next.value !== 'function') continue;
        seen += 1;
        if (seen < most) continue;
        const frame = next.value();
        work.return(frame);
        return frame;
      }
    },
  };
}
