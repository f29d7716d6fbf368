/** Opens the browser's print dialog from every `[data-print]` button. */
for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => window.print());
