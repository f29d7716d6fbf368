/** Intersection over union of two boxes of one size, the second shifted right and down. */
import { defineTemplate } from '#core/question/template.ts';

const text = (value: number): string => value.toFixed(4);

export default defineTemplate({
  kind: 'numeric',
  section: 'cnn/applications',
  level: 'apply',
  difficulty: 2,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 三.4'] },
  unit: 'none',
  tolerance: { abs: '0.001' },
  places: 4,
  params: { w: [4, 5, 6, 8], h: [3, 4, 5], dx: [1, 2], dy: [1, 2] },
  build: ({ w, h, dx, dy }) => {
    const shared = (w - dx) * (h - dy);
    const area = w * h;
    const union = 2 * area - shared;
    return {
      stem: {
        zh: `真框的左上角是 $(0,0)$、右下角是 $(${w},${h})$；预测框的左上角是 $(${dx},${dy})$、右下角是 $(${w + dx},${h + dy})$。两框的交并比是多少？保留 4 位小数。`,
        en: `The true box has its corners at $(0,0)$ and $(${w},${h})$, the predicted box at $(${dx},${dy})$ and $(${w + dx},${h + dy})$. What is their intersection over union? Give 4 decimal places.`,
      },
      key: {
        value: shared / union,
        why: {
          zh: `交是 $${w - dx}\\times${h - dy}=${shared}$，并是 $${area}+${area}-${shared}=${union}$，相除约 ${text(shared / union)}。`,
          en: `The intersection is $${w - dx}\\times${h - dy}=${shared}$, the union $${area}+${area}-${shared}=${union}$, and the ratio about ${text(shared / union)}.`,
        },
      },
      distractors: [
        {
          misconception: 'iou-sum-below',
          value: shared / (2 * area),
          why: {
            zh: `分母用了面积之和 $${2 * area}$，公共部分数了两遍。`,
            en: `The sum of areas, $${2 * area}$, was put below, which counts the shared part twice.`,
          },
        },
        {
          misconception: 'iou-single-box-below',
          value: shared / area,
          why: {
            zh: `分母只用了一个框的面积 $${area}$，应当是两个框合起来的面积。`,
            en: `The area of one box, $${area}$, was put below instead of what both cover together.`,
          },
        },
      ],
      proof: [
        'const box = (x0, y0, x1, y1) => {',
        '  const cell = (_, i) => { const x = i % 12, y = Math.floor(i / 12); return x >= x0 && x < x1 && y >= y0 && y < y1; };',
        '  return tf.tensor1d(Array.from({ length: 144 }, cell), "bool");',
        '};',
        `const a = box(0, 0, ${w}, ${h}), b = box(${dx}, ${dy}, ${w + dx}, ${h + dy});`,
        'return a.logicalAnd(b).sum().dataSync()[0] / a.logicalOr(b).sum().dataSync()[0];',
      ].join('\n'),
    };
  },
});
