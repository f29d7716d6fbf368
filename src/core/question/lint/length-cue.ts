import type { Draft, Rule } from './rule.ts';
import { LANGUAGES, textOptionsOf, widthOf } from './surface.ts';

const MARGIN = 8;
const WARNING = 1.25;
const ERROR = 1.5;

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
const shown = (n: number): string => String(Math.round(n * 10) / 10);

/** L06: the key stands out by its length (multiple: means of keys and distractors are compared). */
export const L06: Rule = {
  id: 'L06',
  name: 'length-cue',
  severity: 'warning',
  check: ({ question }) =>
    LANGUAGES.flatMap((language): Draft[] => {
      const options = textOptionsOf(question).map(({ option, path }) => ({
        key: option.key,
        path,
        width: widthOf(option.text[language]),
      }));
      const keys = options.filter(({ key }) => key);
      const distractors = options.filter(({ key }) => !key);
      const first = keys[0];
      if (first === undefined || distractors.length === 0) return [];
      const several = question.kind === 'multiple';
      const key = mean(keys.map(({ width }) => width));
      const widths = distractors.map(({ width }) => width);
      const [longest, shortest] = several ? [mean(widths), mean(widths)] : [Math.max(...widths), Math.min(...widths)];
      const path = [...first.path, language];
      const name = several
        ? { zh: '正确项平均宽', en: 'the keys are on average' }
        : { zh: '正确项宽', en: 'the key is' };
      if (key - longest >= MARGIN && key > WARNING * longest) {
        const severity = key > ERROR * longest ? 'error' : 'warning';
        const limit = severity === 'error' ? ERROR : WARNING;
        const ratio = (key / longest).toFixed(2);
        return [
          {
            path,
            language,
            severity,
            found: {
              zh: `${name.zh} ${shown(key)}，${several ? '干扰项平均' : '最长的干扰项'} ${shown(longest)}：${ratio} 倍（上限 ${limit.toFixed(2)} 倍）`,
              en: `${name.en} ${shown(key)} wide, ${several ? 'the distractors' : 'the longest distractor'} ${shown(longest)}: ${ratio} × (limit ${limit.toFixed(2)} ×)`,
            },
            todo: {
              zh: '把后半句移到 why，或给每个干扰项同样的细节',
              en: 'move the second half into `why`, or give each distractor the same detail',
            },
          },
        ];
      }
      if (shortest - key >= MARGIN && shortest > WARNING * key) {
        const ratio = (shortest / key).toFixed(2);
        return [
          {
            path,
            language,
            found: {
              zh: `${name.zh} ${shown(key)}，${several ? '干扰项平均' : '最短的干扰项'} ${shown(shortest)}，是它的 ${ratio} 倍（上限 ${WARNING} 倍）`,
              en: `${name.en} ${shown(key)} wide, ${several ? 'the distractors' : 'the shortest distractor'} ${shown(shortest)}, ${ratio} × as wide (limit ${WARNING} ×)`,
            },
            todo: {
              zh: '给正确项补上同样的细节，或缩短干扰项',
              en: 'give the key the same detail, or shorten the distractors',
            },
          },
        ];
      }
      return [];
    }),
};
