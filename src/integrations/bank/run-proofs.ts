/** Runs the proofs of a bank and says which claims do not stand. */
import type { Finding } from '#core/question/finding.ts';
import { judgeProof, MAX_PROOF_LINES, MAX_PROOF_MS } from '#core/question/proof.ts';
import type { Bilingual, Question } from '#core/question/question.ts';
import { type Outcome, ProofThread } from './proof-thread.ts';
import { asFunction, stripTypes } from './strip-types.ts';

function finding(question: Question, found: Bilingual, todo: Bilingual): Finding {
  return {
    rule: 'proof',
    name: 'proof',
    severity: 'error',
    language: null,
    item: question.id,
    path: ['proof'],
    found,
    todo,
  };
}

const MEND: Bilingual = { zh: '改正 proof，或改正题目的答案', en: 'mend the proof, or the claim of the item' };

function judge(question: Question, outcome: Outcome): Finding[] {
  switch (outcome.kind) {
    case 'timeout':
      return [
        finding(
          question,
          {
            zh: `proof 超过 ${MAX_PROOF_MS / 1000} 秒没有结束`,
            en: `the proof did not end within ${MAX_PROOF_MS / 1000} s`,
          },
          { zh: '把计算做小', en: 'compute less' },
        ),
      ];
    case 'threw':
      return [
        finding(question, { zh: `proof 抛出：${outcome.message}`, en: `the proof throws: ${outcome.message}` }, MEND),
      ];
    case 'returned': {
      const verdict = judgeProof(question, outcome.value);
      const findings: Finding[] = [];
      if (verdict.kind === 'refuted') {
        findings.push(
          finding(
            question,
            {
              zh: `proof 返回 ${verdict.returned}，题目说是 ${verdict.claimed.zh}`,
              en: `the proof returns ${verdict.returned}, the item claims ${verdict.claimed.en}`,
            },
            MEND,
          ),
        );
      }
      if (outcome.leaked > 0) {
        findings.push(
          finding(
            question,
            { zh: `proof 之后多出 ${outcome.leaked} 个张量`, en: `${outcome.leaked} tensors are left after the proof` },
            { zh: '不要用 tf.keep，或自己 dispose', en: 'do not tf.keep, or dispose of what you keep' },
          ),
        );
      }
      return findings;
    }
  }
}

/**
 * Runs every proof once, one that draws at random twice, and returns what does not stand, in the order of the items.
 *
 * @param limit milliseconds one proof may take
 */
export async function runProofs(questions: readonly Question[], limit = MAX_PROOF_MS): Promise<Finding[]> {
  const findings: Finding[] = [];
  const thread = new ProofThread();
  for (const question of questions) {
    if (question.proof === null) continue;
    const lines = question.proof.trim().split('\n').length;
    if (lines > MAX_PROOF_LINES) {
      findings.push(
        finding(
          question,
          {
            zh: `proof 有 ${lines} 行，最多 ${MAX_PROOF_LINES} 行`,
            en: `the proof has ${lines} lines, ${MAX_PROOF_LINES} are allowed`,
          },
          { zh: '只留下算出答案的几行', en: 'keep the lines that compute the answer' },
        ),
      );
    }
    const compiled = stripTypes(question.proof);
    if ('message' in compiled) {
      findings.push(
        finding(
          question,
          { zh: `proof 不是合法的代码：${compiled.message}`, en: `the proof does not parse: ${compiled.message}` },
          MEND,
        ),
      );
      continue;
    }
    const first = await thread.run(asFunction(compiled.code), limit);
    findings.push(...judge(question, first));
    if (first.kind === 'returned' && /random|truncatedNormal|multinomial|dropout|shuffle/i.test(question.proof)) {
      const second = await thread.run(asFunction(compiled.code), limit);
      if (second.kind !== 'returned' || JSON.stringify(second.value) !== JSON.stringify(first.value)) {
        findings.push(
          finding(
            question,
            { zh: 'proof 跑两次结果不同', en: 'two runs of the proof differ' },
            { zh: '给每个随机张量写上种子', en: 'seed every random tensor' },
          ),
        );
      }
    }
  }
  await thread.close();
  return findings;
}
