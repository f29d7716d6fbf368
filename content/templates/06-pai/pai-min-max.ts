/** Min–max normalisation of one value; the range is a whole multiple of ten, so keys come out in short decimals. */
import { defineTemplate } from '#core/question/template.ts';

export default defineTemplate({
  kind: 'single',
  section: 'pai/first-pipeline',
  level: 'apply',
  difficulty: 1,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['pai/first-pipeline'] },
  params: { low: [60, 90, 100, 120], span: [100, 200, 50], tenths: [1, 2, 3, 4, 6, 7, 8, 9] },
  build: ({ low, span, tenths }) => {
    const high = low + span;
    const x = low + (span * tenths) / 10;
    const four = (value: number): number => Number(value.toFixed(4));
    const key = tenths / 10;
    return {
      stem: {
        zh: `某列的最小值是 ${low}，最大值是 ${high}，用最小最大归一化缩到 0 与 1 之间。取值 ${x} 归一化后是多少（四舍五入，至多四位小数）？`,
        en: `A column has the smallest value ${low} and the largest ${high}, and min–max normalisation brings it to between 0 and 1. What does the value ${x} become, rounded to four decimals where needed?`,
      },
      key: {
        value: key,
        why: {
          zh: `$(x-\\min)/(\\max-\\min)=(${x}-${low})/(${high}-${low})=${key}$。`,
          en: `$(x-\\min)/(\\max-\\min)=(${x}-${low})/(${high}-${low})=${key}$.`,
        },
      },
      distractors: [
        {
          misconception: 'divides-by-maximum',
          value: four(x / high),
          why: {
            zh: `直接除以最大值：$${x}/${high}\\approx${four(x / high)}$，没有减去最小值，最小的值也变不成 0。`,
            en: `Divided by the maximum, $${x}/${high}\\approx${four(x / high)}$; without subtracting the minimum the smallest value does not become 0.`,
          },
        },
        {
          misconception: 'subtracts-without-dividing-range',
          value: four((x - low) / high),
          why: {
            zh: `分母错了：$(${x}-${low})/${high}\\approx${four((x - low) / high)}$，应当除以最大值与最小值之差。`,
            en: `The denominator is wrong: $(${x}-${low})/${high}\\approx${four((x - low) / high)}$; it should be the difference of maximum and minimum.`,
          },
        },
        {
          misconception: 'min-max-reversed',
          value: four(1 - key),
          why: {
            zh: `从最大值一端量起：$(${high}-${x})/(${high}-${low})=${four(1 - key)}$，最大值反而成了 0。`,
            en: `Measured from the other end: $(${high}-${x})/(${high}-${low})=${four(1 - key)}$, which turns the maximum into 0.`,
          },
        },
      ],
      proof: [
        `const column = tf.tensor1d([${low}, ${x}, ${high}]);`,
        'const low = column.min();',
        'return column.sub(low).div(column.max().sub(low)).dataSync()[1];',
      ].join('\n'),
    };
  },
});
