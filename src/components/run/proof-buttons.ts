/** Puts the code panel into a question's proof when the reader first opens it; where it cannot be had, the code stays to read. */
import type { Claim } from '#core/question/proof.ts';

for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-proof]')) {
  details.addEventListener('toggle', async () => {
    const host = details.querySelector<HTMLElement>('.run');
    const code = host?.querySelector('.code')?.textContent;
    if (host === null || !code || !details.open) return;
    const claim: Claim = JSON.parse(details.dataset['proof'] ?? '');
    const words = details.querySelector<HTMLElement>('#run-messages');
    if (words === null) return;
    try {
      const [{ mountProof }, answer] = await Promise.all([import('./proof.ts'), fetch(words.dataset['href'] ?? '')]);
      mountProof(host, { code: code.trimEnd(), claim, messages: await answer.json() });
      words.hidden = true;
    } catch {
      words.textContent = words.dataset['failed'] ?? '';
      words.hidden = false;
    }
  });
}
