/** L01 and L04: what must hold of keys and options before a question can be asked at all. */
import { compare, parseDecimal } from '#core/math/fraction.ts';
import type { Finding, ItemPath } from './finding.ts';
import type { Bilingual, Option, Question } from './question.ts';

const ZERO = { n: 0n, d: 1n };

/** `b、c` and `b, c`. */
function listed(options: readonly Option[]): Bilingual {
  const ids = options.map((option) => option.id);
  return { zh: ids.join('、'), en: ids.join(', ') };
}

/**
 * Findings about keys (L01: single 1, multiple 2 … n−1, numeric finite with a tolerance ≥ 0) and about the number of
 * options (L04: single 3–5, two a warning; multiple 4–7), and option ids used twice.
 */
export function checkKeys(question: Question): Finding[] {
  const findings: Finding[] = [];
  const report = (
    rule: string,
    name: string,
    path: ItemPath,
    found: Bilingual,
    todo: Bilingual,
    severity: Finding['severity'] = 'error',
  ): void => {
    findings.push({ rule, name, severity, language: null, item: question.id, path, found, todo });
  };
  const number = (text: string, path: ItemPath): void => {
    if (parseDecimal(text) !== null) return;
    report(
      'L01',
      'keys',
      path,
      { zh: `${JSON.stringify(text)} 不是有限的小数`, en: `${JSON.stringify(text)} is no finite decimal` },
      { zh: '写成 "0.25" 这样的小数', en: 'write a decimal such as "0.25"' },
    );
  };
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const { options } = question;
      const n = options.length;
      const keys = options.filter((option) => option.key);
      const ids = listed(keys);
      const secondKey = options.findIndex((option, i) => option.key && options.slice(0, i).some(({ key }) => key));
      for (const [i, option] of options.entries()) {
        if (option.value !== null) number(option.value, ['options', i, 'value']);
        if (options.findIndex((other) => other.id === option.id) < i) {
          report(
            'schema',
            'schema',
            ['options', i, 'id'],
            { zh: `选项 id ${option.id} 用了两次`, en: `option id ${option.id} is used twice` },
            { zh: '换一个没用过的字母', en: 'take a letter not used yet' },
          );
        }
        if (option.key && option.misconception !== null) {
          report(
            'schema',
            'schema',
            ['options', i, 'misconception'],
            {
              zh: `${option.id} 是正确项，却带有误解 ${option.misconception}`,
              en: `option ${option.id} is a key and yet carries the misconception ${option.misconception}`,
            },
            { zh: '删去 misconception', en: 'remove the misconception' },
          );
        }
      }
      if (question.kind === 'single') {
        if (keys.length !== 1) {
          report(
            'L01',
            'keys',
            secondKey < 0 ? ['options'] : ['options', secondKey, 'key'],
            keys.length === 0
              ? {
                  zh: '单选题只能有一个 `key: true`，这里没有',
                  en: 'a `single` question takes one `key: true`; none has it',
                }
              : {
                  zh: `单选题只能有一个 \`key: true\`，这里 ${ids.zh} 都写了`,
                  en: `a \`single\` question takes one \`key: true\`; ${ids.en} have it`,
                },
            keys.length === 0
              ? { zh: '给正确的那一项写上 key: true', en: 'give the right option key: true' }
              : { zh: '留下一个，或把 kind 改成 multiple', en: 'keep one of them, or make the kind multiple' },
          );
        }
        if (n < 2 || n > 5)
          report(
            'L04',
            'option-count',
            ['options'],
            { zh: `单选题要 3–5 个选项，这里有 ${n} 个`, en: `a single question has 3–5 options, here ${n}` },
            { zh: '增减到四项左右', en: 'aim at four' },
          );
        if (n === 2)
          report(
            'L04',
            'option-count',
            ['options'],
            { zh: '单选题只有 2 个选项', en: 'a single question with only 2 options' },
            { zh: '再写一两个干扰项，或改成判断题', en: 'add a distractor or two, or make it truefalse' },
            'warning',
          );
      } else {
        if (keys.length < 2 || keys.length >= n) {
          report(
            'L01',
            'keys',
            ['options'],
            {
              zh: `多选题要 2 到 n−1 个正确项，这里 ${n} 项中有 ${keys.length} 个`,
              en: `a multiple question takes 2 … n−1 keys; here ${keys.length} of ${n}`,
            },
            { zh: '增减 key: true，或改成单选题', en: 'add or remove key: true, or make it single' },
          );
        }
        if (n < 4 || n > 7)
          report(
            'L04',
            'option-count',
            ['options'],
            { zh: `多选题要 4–7 个选项，这里有 ${n} 个`, en: `a multiple question has 4–7 options, here ${n}` },
            { zh: '增减到四五项', en: 'aim at four or five' },
          );
      }
      return findings;
    }
    case 'truefalse':
      return findings;
    case 'numeric': {
      for (const [i, value] of question.values.entries())
        number(value, question.values.length === 1 ? ['value'] : ['value', i]);
      for (const [i, trap] of question.traps.entries()) number(trap.value, ['traps', i, 'value']);
      if (question.tolerance.kind !== 'exact') {
        const { kind, by } = question.tolerance;
        const bound = parseDecimal(by);
        if (bound === null || compare(bound, ZERO) < 0) {
          report(
            'L01',
            'keys',
            ['tolerance', kind],
            {
              zh: `容差 ${JSON.stringify(by)} 不是 ≥ 0 的小数`,
              en: `the tolerance ${JSON.stringify(by)} is no decimal ≥ 0`,
            },
            { zh: '写成 "0.001" 这样的小数，或 exact', en: 'write a decimal such as "0.001", or exact' },
          );
        }
      }
      return findings;
    }
  }
}
