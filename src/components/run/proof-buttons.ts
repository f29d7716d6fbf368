/** Puts the code panel into a question's proof when the reader first opens it. */
import type { Claim } from '#core/question/proof.ts';
import type { Messages } from '#i18n/messages.ts';

for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-proof]')) {
  details.addEventListener('toggle', async () => {
    const host = details.querySelector<HTMLElement>('.run');
    const code = host?.querySelector('pre')?.textContent;
    if (host === null || code === undefined || code === null || !details.open) return;
    const claim: Claim = JSON.parse(details.dataset['proof'] ?? '');
    const messages: Messages = JSON.parse(details.querySelector('#run-messages')?.textContent ?? '{}');
    const { mountProof } = await import('./proof.ts');
    mountProof(host, { code: code.trimEnd(), claim, messages });
  });
}
