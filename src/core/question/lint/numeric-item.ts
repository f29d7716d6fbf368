import { absolute, compare, fraction, multiply, parseDecimal, powerOfTen } from '#core/math/fraction.ts';
import type { Draft, Rule } from './rule.ts';

/** L28: rounding is tolerated where it is asked for, and the value is proved or computed. (A missing unit is the schema's.) */
export const L28: Rule = {
  id: 'L28',
  name: 'numeric',
  severity: 'error',
  check: ({ question }) => {
    if (question.kind !== 'numeric') return [];
    const drafts: Draft[] = [];
    if (question.places !== null) {
      const half = multiply(fraction(1n, 2n), powerOfTen(-question.places));
      const { tolerance } = question;
      const tooSmall = question.values.some((text) => {
        const by = tolerance.kind === 'exact' ? null : parseDecimal(tolerance.by);
        const value = parseDecimal(text);
        if (by === null || value === null) return true;
        return compare(tolerance.kind === 'rel' ? multiply(by, absolute(value)) : by, half) < 0;
      });
      if (tooSmall) {
        const least = `0.${'0'.repeat(question.places)}5`;
        drafts.push({
          path: ['tolerance'],
          language: null,
          found: {
            zh: `题目要求保留 ${question.places} 位，容差却小于末位的一半`,
            en: `the stem asks for ${question.places} places, the tolerance is under half the last one`,
          },
          todo: { zh: `写 tolerance: { abs: "${least}" } 或更大`, en: `write tolerance: { abs: "${least}" } or more` },
        });
      }
    }
    if (question.proof === null && question.template === null) {
      drafts.push({
        path: ['value'],
        language: null,
        found: { zh: '填空题没有 proof，也不是模板', en: 'a numeric item with neither a proof nor a template' },
        todo: { zh: '写一段算出它的 proof', en: 'write a proof that computes it' },
      });
    }
    return drafts;
  },
};
