/** L29: code that items show parses, and where an output is stated, running it gives that output. */
import type { Finding } from '#core/question/finding.ts';
import { partsOf } from '#core/question/lint/surface.ts';
import type { Bilingual, Question } from '#core/question/question.ts';
import { ProofThread } from './proof-thread.ts';
import { asFunction, stripTypes } from './strip-types.ts';

const FENCE =
  /^```(js|ts|javascript|typescript)[^\n]*\n([\s\S]*?)^```[ \t]*$(?:\s*^```text output[^\n]*\n([\s\S]*?)^```)?/gm;

const LIMIT_MS = 2_000;

/** The code as a function that returns what it printed. */
function printing(code: string): string {
  return asFunction(
    `const lines = []; const console = { log: (...parts) => { lines.push(parts.map(String).join(' ')); } };\n{\n${code}\n}\nreturn lines.join('\\n');`,
  );
}

/** Findings on the fenced `js` and `ts` code of stems, options and reasons. */
export async function checkCode(questions: readonly Question[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  const thread = new ProofThread();
  for (const question of questions) {
    for (const { path, text } of partsOf(question)) {
      for (const language of ['zh', 'en'] as const) {
        const report = (found: Bilingual, todo: Bilingual): void => {
          findings.push({
            rule: 'L29',
            name: 'code',
            severity: 'error',
            language,
            item: question.id,
            path: [...path, language],
            found,
            todo,
          });
        };
        for (const [, , code = '', output] of text[language].matchAll(FENCE)) {
          const compiled = stripTypes(code);
          if ('message' in compiled) {
            report(
              { zh: `代码不合语法：${compiled.message}`, en: `the code does not parse: ${compiled.message}` },
              { zh: '改正代码', en: 'mend the code' },
            );
            continue;
          }
          if (output === undefined) continue;
          const outcome = await thread.run(printing(compiled.code), LIMIT_MS);
          const printed =
            outcome.kind === 'returned' ? String(outcome.value) : outcome.kind === 'threw' ? outcome.message : '…';
          if (outcome.kind === 'returned' && printed.trim() === output.trim()) continue;
          report(
            {
              zh: `运行后输出 ${JSON.stringify(printed)}，题目写的是 ${JSON.stringify(output.trim())}`,
              en: `running it prints ${JSON.stringify(printed)}, the item says ${JSON.stringify(output.trim())}`,
            },
            { zh: '改正代码或输出', en: 'mend the code or the output' },
          );
        }
      }
    }
  }
  await thread.close();
  return findings;
}
