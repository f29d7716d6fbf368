import { answerAtBuild } from '#tensor/at-build.ts';
import { loadCpu } from '#tensor/cpu.ts';
import { type ActivationFrame, model } from './model.ts';
import { PRESETS, type PresetName } from './presets.ts';

const frames = new Map<PresetName, Promise<ActivationFrame>>();

/**
 * The frame a preset opens with, computed at build by the very model the worker runs: nothing changes on screen when the
 * first live frame arrives. Not for islands: it would bring TensorFlow.js to the page.
 */
export function firstFrame(preset: PresetName): Promise<ActivationFrame> {
  const known = frames.get(preset) ?? answerAtBuild(loadCpu, model, PRESETS[preset].state);
  frames.set(preset, known);
  return known;
}
