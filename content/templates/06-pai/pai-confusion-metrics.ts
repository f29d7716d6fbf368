/** One ratio of a confusion matrix: accuracy, precision, recall or F1, to four decimals; mistakes are the neighbours. */
import { accuracy, f1, precision, recall } from '#core/math/metrics.ts';
import { defineTemplate } from '#core/question/template.ts';

const RATIOS = {
  accuracy: { zh: '准确率', en: 'accuracy', formula: '(TP+TN)/(TP+FP+FN+TN)' },
  precision: { zh: '精确率', en: 'precision', formula: 'TP/(TP+FP)' },
  recall: { zh: '召回率', en: 'recall', formula: 'TP/(TP+FN)' },
  f1: { zh: ' $F_1$ ', en: '$F_1$', formula: '2\\,TP/(2\\,TP+FP+FN)' },
} as const;
type Ratio = keyof typeof RATIOS;

const four = (value: number): number => Number(value.toFixed(4));

export default defineTemplate({
  kind: 'single',
  section: 'pai/first-pipeline',
  level: 'apply',
  difficulty: 2,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['pai/first-pipeline'] },
  params: {
    ratio: ['accuracy', 'precision', 'recall', 'f1'],
    tp: [20, 30, 36, 45],
    fp: [5, 6, 10, 15],
    fn: [5, 9, 15, 20],
    tn: [25, 40, 50],
  },
  require: ({ fp, fn }) => fp !== fn,
  build: ({ ratio, tp, fp, fn, tn }) => {
    const counts = { tp, fp, fn, tn };
    const values: Readonly<Record<Ratio, number>> = {
      accuracy: four(accuracy(counts)),
      precision: four(precision(counts)),
      recall: four(recall(counts)),
      f1: four(f1(counts)),
    };
    const asked: Ratio = ratio === 'accuracy' || ratio === 'precision' || ratio === 'recall' ? ratio : 'f1';
    const mean = four((precision(counts) + recall(counts)) / 2);
    const named = (other: Ratio, misconception: string) => ({
      misconception,
      value: values[other],
      why: {
        zh: `${values[other]} 是${RATIOS[other].zh}，即 $${RATIOS[other].formula}$，不是所问的比率。`,
        en: `${values[other]} is the ${RATIOS[other].en}, $${RATIOS[other].formula}$, another ratio than the one asked for.`,
      },
    });
    const overAll = {
      misconception: 'wrong-denominator',
      value: four(tp / (tp + fp + fn + tn)),
      why: {
        zh: `分母用了全部 ${tp + fp + fn + tn} 个样本：$${tp}/${tp + fp + fn + tn}\\approx${four(tp / (tp + fp + fn + tn))}$，那是 TP 占全体的份额。`,
        en: `The denominator holds all ${tp + fp + fn + tn} samples: $${tp}/${tp + fp + fn + tn}\\approx${four(tp / (tp + fp + fn + tn))}$, the share of TP in the whole.`,
      },
    };
    const averaged = {
      misconception: 'arithmetic-mean-for-f1',
      value: mean,
      why: {
        zh: `取了精确率与召回率的算术平均，得 ${mean}；$F_1$ 是调和平均，偏向较小的一个。`,
        en: `This is the arithmetic mean of precision and recall, ${mean}; $F_1$ is their harmonic mean and leans to the smaller.`,
      },
    };
    const distractors = {
      accuracy: [named('precision', 'wrong-denominator'), named('recall', 'wrong-denominator'), overAll],
      precision: [named('recall', 'precision-recall-swapped'), named('accuracy', 'accuracy-taken-for-ratio'), overAll],
      recall: [named('precision', 'precision-recall-swapped'), named('accuracy', 'accuracy-taken-for-ratio'), overAll],
      f1: [averaged, named('accuracy', 'accuracy-taken-for-ratio'), named('precision', 'wrong-denominator')],
    }[asked];
    return {
      stem: {
        zh: `一个二分类模型在测试集上的混淆矩阵是 TP=${tp}、FP=${fp}、FN=${fn}、TN=${tn}。它的${RATIOS[asked].zh}是多少（四舍五入，至多四位小数）？`,
        en: `On a test set a binary classifier has the confusion matrix TP = ${tp}, FP = ${fp}, FN = ${fn}, TN = ${tn}. How large is its ${RATIOS[asked].en}, rounded to four decimals where needed?`,
      },
      key: {
        value: values[asked],
        why: {
          zh: `按定义 $${RATIOS[asked].formula}$ 代入这四个数，得 ${values[asked]}。`,
          en: `By definition it is $${RATIOS[asked].formula}$, which with these four numbers gives ${values[asked]}.`,
        },
      },
      distractors,
      proof: [
        `const truth = [...Array(${tp + fn}).fill(1), ...Array(${fp + tn}).fill(0)];`,
        `const called = [...Array(${tp}).fill(1), ...Array(${fn}).fill(0), ...Array(${fp}).fill(1), ...Array(${tn}).fill(0)];`,
        'const cells = tf.math.confusionMatrix(tf.tensor1d(truth, "int32"), tf.tensor1d(called, "int32"), 2);',
        'const [[tn, fp], [fn, tp]] = cells.arraySync();',
        `const ratio = { accuracy: (tp + tn) / (tp + fp + fn + tn), precision: tp / (tp + fp), recall: tp / (tp + fn), f1: (2 * tp) / (2 * tp + fp + fn) }.${asked};`,
        'return Number(ratio.toFixed(4));',
      ].join('\n'),
    };
  },
});
