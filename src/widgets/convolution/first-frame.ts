import { answerAtBuild } from '#tensor/at-build.ts';
import { loadCpu } from '#tensor/cpu.ts';
import type { ConvolutionFrame } from './frame.ts';
import { model } from './model.ts';
import { PRESETS, type PresetName } from './presets.ts';

const frames = new Map<PresetName, Promise<ConvolutionFrame>>();

/** The frame a preset opens with, computed at build by the very model the worker runs. Not for islands. */
export function firstFrame(preset: PresetName): Promise<ConvolutionFrame> {
  const known = frames.get(preset) ?? answerAtBuild(loadCpu, model, PRESETS[preset].state);
  frames.set(preset, known);
  return known;
}
