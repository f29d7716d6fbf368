import { loadCpu } from '#tensor/cpu.ts';
import { type ConvolutionFrame, model } from './model.ts';
import { PRESETS, type PresetName } from './presets.ts';

const frames = new Map<PresetName, Promise<ConvolutionFrame>>();

/** The frame a preset opens with, computed at build by the very model the worker runs. Not for islands. */
export function firstFrame(preset: PresetName): Promise<ConvolutionFrame> {
  const known = frames.get(preset) ?? computeFrame(preset);
  frames.set(preset, known);
  return known;
}

async function computeFrame(preset: PresetName): Promise<ConvolutionFrame> {
  const session = model.open(await loadCpu());
  const work = session.answer(PRESETS[preset].state);
  let next = work.next();
  while (!next.done) next = work.next();
  session.dispose();
  return next.value;
}
