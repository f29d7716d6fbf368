import { describe, expect, it } from 'vitest';
import {
  ALEXNET,
  convolutionWeights,
  GOOGLENET,
  INCEPTION_BLOCKS,
  inceptionLayers,
  inceptionOutputs,
  LENET5,
  layerGroups,
  layerParameters,
  networkParameters,
  RESNET18,
  RESNET50,
  VGG16,
} from '../../../src/core/math/classic-networks.ts';
import { iou } from '../../../src/core/math/detection.ts';

describe('parameters of the classic networks', () => {
  it.each([
    ['LeNet-5', LENET5, 61_706],
    ['AlexNet', ALEXNET, 60_965_224],
    ['VGG-16', VGG16, 138_357_544],
    ['GoogLeNet', GOOGLENET, 6_998_552],
    ['ResNet-18', RESNET18, 11_689_512],
    ['ResNet-50', RESNET50, 25_557_032],
  ])('%s', (_name, layers, total) => {
    expect(networkParameters(layers)).toBe(total);
  });

  it('LeNet-5 layer by layer, and the original: 1516 in C3, 12 and 32 in the subsampling, a fixed output layer', () => {
    expect(LENET5.map(layerParameters)).toEqual([156, 2416, 48_120, 10_164, 850]);
    expect(156 + 12 + 1516 + 32 + 48_120 + 10_164).toBe(60_000);
  });

  it.each([
    ['LeNet-5', LENET5, 5],
    ['AlexNet', ALEXNET, 8],
    ['VGG-16', VGG16, 16],
    ['GoogLeNet', GOOGLENET, 3 + 9 * 6 + 1],
    ['ResNet-50', RESNET50, 50 + 4],
  ])('%s in groups: every layer with weights once, and together the total', (_name, layers, count) => {
    const all = layerGroups(layers).flatMap(({ times, parameters }) => Array(times).fill(parameters).flat());
    expect(all).toHaveLength(count);
    expect(all.reduce((sum, parameters) => sum + parameters, 0)).toBe(networkParameters(layers));
  });

  it('groups are blocks, alike ones counted, or layers of one kind', () => {
    expect(layerGroups(LENET5)).toEqual([
      { name: 'convolution', times: 1, parameters: [156, 2416] },
      { name: 'dense', times: 1, parameters: [48_120, 10_164, 850] },
    ]);
    expect(layerGroups(GOOGLENET).map(({ name }) => name)).toEqual([
      'convolution',
      ...INCEPTION_BLOCKS.map(({ name }) => name),
      'dense',
    ]);
    expect(layerGroups(RESNET50).map(({ name, times }) => `${name} ${times}`)).toEqual([
      'convolution 1',
      ...['conv2_1 1', 'conv2_2 2', 'conv3_1 1', 'conv3_2 3', 'conv4_1 1', 'conv4_2 5', 'conv5_1 1', 'conv5_2 2'],
      'dense 1',
    ]);
  });

  it('splitting AlexNet’s convolutions halves their weights', () => {
    const whole = ALEXNET.map((layer) => ({ ...layer, groups: 1 }));
    expect(networkParameters(whole) - networkParameters(ALEXNET)).toBe(
      (25 * 96 * 256 + 9 * 384 * 384 + 9 * 384 * 256) / 2,
    );
  });

  it('has as many layers with weights as the names say', () => {
    const deep = (layers: typeof VGG16): number =>
      layers.filter(({ kind, name }) => kind !== 'normalisation' && !name.includes('shortcut')).length;
    expect([VGG16, RESNET18, RESNET50, ALEXNET].map(deep)).toEqual([16, 18, 50, 8]);
  });

  it('chains: each Inception block takes what the one before gives', () => {
    for (const [i, block] of INCEPTION_BLOCKS.entries())
      expect(inceptionOutputs(block)).toBe(INCEPTION_BLOCKS[i + 1]?.inputs ?? 1024);
    const [first] = INCEPTION_BLOCKS;
    expect(first && networkParameters(inceptionLayers(first))).toBe(163_696);
  });

  it('has the weights of the text', () => {
    expect(convolutionWeights(5, 192, 32)).toBe(153_600);
    expect(convolutionWeights(1, 192, 16) + convolutionWeights(5, 16, 32)).toBe(15_872);
    expect(2 * convolutionWeights(3, 64, 64)).toBe(73_728);
    expect(convolutionWeights(5, 64, 64)).toBe(102_400);
  });
});

describe('intersection over union', () => {
  it('is 1 for equal boxes, 0 for boxes that do not meet, symmetric in between', () => {
    expect(iou([0, 0, 2, 2], [0, 0, 2, 2])).toBe(1);
    expect(iou([0, 0, 2, 2], [2, 0, 4, 2])).toBe(0);
    expect(iou([0, 0, 2, 2], [5, 5, 6, 6])).toBe(0);
    expect(iou([0, 0, 2, 2], [1, 1, 3, 3])).toBeCloseTo(1 / 7, 12);
    expect(iou([1, 1, 3, 3], [0, 0, 2, 2])).toBeCloseTo(1 / 7, 12);
  });
});
