/** The value at the upper right of a 4×4 map after 2×2 pooling with stride 2, by maximum or by mean. */
import { defineTemplate } from '#core/question/template.ts';

/** Numbers of the rest of the map; only the window in the upper right is asked for. */
const REST = [
  [6, 1],
  [0, 3],
  [2, 7, 1, 5],
  [4, 0, 8, 2],
];

export default defineTemplate({
  kind: 'single',
  section: 'cnn/pooling-layer',
  level: 'apply',
  difficulty: 1,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 三.2-3'] },
  // 1 asks for the maximum, 0 for the mean; the four numbers are the window.
  params: { max: [0, 1], a: [1, 3, 5], b: [2, 4], c: [0, 2, 4], d: [7, 9] },
  build: ({ max, a, b, c, d }) => {
    const window = [a, b, c, d];
    const sum = a + b + c + d;
    const largest = Math.max(...window);
    const mean = sum / 4;
    const key = max === 1 ? largest : mean;
    const other = max === 1 ? mean : largest;
    const rows = [[...(REST[0] ?? []), a, b], [...(REST[1] ?? []), c, d], REST[2] ?? [], REST[3] ?? []];
    const shown = rows.map((row) => row.join(' ')).join(' / ');
    const kind = max === 1 ? { zh: '最大池化', en: 'max pooling' } : { zh: '平均池化', en: 'average pooling' };
    const wrong = max === 1 ? { zh: '平均池化', en: 'average pooling' } : { zh: '最大池化', en: 'max pooling' };
    const left = max === 1 ? 6 : 2.5;
    return {
      stem: {
        zh: `4×4 特征图的四行依次是 ${shown}。做 2×2、步幅 2、每边填充 0 的${kind.zh}，结果右上角的数是多少？`,
        en: `The rows of a 4×4 feature map are ${shown}. After 2×2 ${kind.en} with stride 2 and padding 0 on each side, what is the number at the upper right?`,
      },
      key: {
        value: key,
        why: {
          zh: `右上窗口里是 ${window.join('、')}，${kind.zh}得 ${key}。`,
          en: `The window at the upper right holds ${window.join(', ')}, and ${kind.en} gives ${key}.`,
        },
      },
      distractors: [
        {
          misconception: 'other-pooling-kind',
          value: other,
          why: {
            zh: `窗口选对了，但算成了${wrong.zh}：${other}。`,
            en: `The window is right, but this is ${wrong.en}, which gives ${other}.`,
          },
        },
        {
          misconception: 'pooling-sums-window',
          value: sum,
          why: {
            zh: `把窗口里的四个数加了起来，得 ${sum}；池化取最大或平均，不取和。`,
            en: `The four numbers were added up to ${sum}; pooling takes a maximum or a mean and no sum.`,
          },
        },
        {
          misconception: 'pooling-window-misplaced',
          value: left,
          why: {
            zh: `取了左上窗口 6、1、0、3 的结果 ${left}，位置看错了。`,
            en: `This is ${left} from the window at the upper left, 6, 1, 0, 3; the wrong place.`,
          },
        },
      ],
      proof: [
        `const x = tf.tensor4d([${rows.flat().join(', ')}], [1, 4, 4, 1]);`,
        `return tf.${max === 1 ? 'maxPool' : 'avgPool'}(x, 2, 2, 'valid').dataSync()[1];`,
      ].join('\n'),
    };
  },
});
