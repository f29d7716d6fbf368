import { type Claim, judgeProof } from '#core/question/proof.ts';
import { islandTranslator } from '#i18n/island-messages.ts';
import type { Messages } from '#i18n/messages.ts';
import { mountRunPanel } from './panel.ts';

/** What a proof is mounted with. */
export interface ProofOptions {
  readonly code: string;
  /** `claimOf(question)`. */
  readonly claim: Claim;
  /** `run.*` and `error.snippet-*` of the page's language. */
  readonly messages: Messages;
}

/**
 * The code panel for a question's proof, on its page and in reports: after a run it says whether the value that came back
 * is the one the answer claims. @returns ends a run and empties the host
 */
export function mountProof(host: HTMLElement, { code, claim, messages }: ProofOptions): () => void {
  const t = islandTranslator(messages);
  return mountRunPanel(host, {
    code,
    messages,
    judge: ({ value, text }) => {
      const ok = judgeProof(claim, value).kind === 'proved';
      return { ok, text: t(ok ? 'run.proves' : 'run.refutes', { value: text ?? 'undefined' }) };
    },
  });
}
