import { answerAtBuild } from '#tensor/at-build.ts';
import { loadWasmInline } from '#tensor/wasm-inline.ts';
import { type GanFrame, model } from './model.ts';
import { PRESETS, type PresetName } from './presets.ts';

const frames = new Map<PresetName, Promise<GanFrame>>();

/**
 * The frame a preset opens with, computed at build by the very model and module the worker runs: nothing changes on screen
 * when the first live frame arrives. Not for islands: it would bring TensorFlow.js to the page.
 */
export function firstFrame(preset: PresetName): Promise<GanFrame> {
  const known =
    frames.get(preset) ?? answerAtBuild(loadWasmInline, model, { kind: 'show', state: PRESETS[preset].state });
  frames.set(preset, known);
  return known;
}
