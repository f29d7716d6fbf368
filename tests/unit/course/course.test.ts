import { describe, expect, it } from 'vitest';
import { layOutCourse } from '../../../src/core/course/map.ts';
import { locateSection, OUTLINE, sourceFolder } from '../../../src/core/course/outline.ts';
import { SEED_FACTS } from '../../../src/core/course/seed-facts.ts';

const keys = OUTLINE.flatMap((chapter) => chapter.sections.map((slug) => `${chapter.slug}/${slug}`));

describe('the course', () => {
  it('has six chapters and 41 sections, each named once', () => {
    expect(OUTLINE.length).toBe(6);
    expect(keys.length).toBe(41);
    expect(new Set(keys).size).toBe(41);
  });

  it('counts the study note’s facts for every section', () => {
    expect(Object.keys(SEED_FACTS).sort()).toEqual([...keys].sort());
  });

  it('locates a section and nothing else', () => {
    expect(locateSection('cnn/pooling-layer')).toEqual({ chapter: 3, section: 4 });
    expect(locateSection('cnn/perceptron')).toBeNull();
    expect(locateSection('cnn')).toBeNull();
  });
});

describe('the map', () => {
  const map = layOutCourse(OUTLINE, [
    { key: 'deep-learning/sigmoid', needs: ['deep-learning/activation-functions', 'mlp/perceptron'] },
    { key: 'deep-learning/activation-functions', needs: [] },
  ]);

  it('places every section inside its frame, no two on one spot', () => {
    expect(map.nodes.length).toBe(41);
    for (const { x, y } of map.nodes) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(map.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(map.height);
    }
    expect(new Set(map.nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(41);
  });

  it('draws an edge for a need that is written, and none for one that is not', () => {
    expect(map.edges.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      'deep-learning/activation-functions → deep-learning/sigmoid',
    ]);
    expect(map.nodes.filter(({ written }) => written).length).toBe(2);
  });
});

describe('the folder of a section', () => {
  it('carries the number of its chapter', () => {
    expect(sourceFolder('cnn/pooling-layer')).toBe('03-cnn');
    expect(sourceFolder('deep-learning/relu')).toBe('01-deep-learning');
  });
});
