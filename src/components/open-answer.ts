/** On a question's page: the reader's own answer is marked once the answer is opened; what marks it is fetched then. */
const form = document.querySelector<HTMLFormElement>('form.options');
const details = document.querySelector<HTMLDetailsElement>('details[data-own]');
if (form && details) {
  details.addEventListener(
    'toggle',
    async () => {
      const { markOwnAnswer } = await import('./own-answer.ts');
      markOwnAnswer(form, details);
    },
    { once: true },
  );
  // Enter in a number's field would send the form, that is load the page again.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    details.open = true;
  });
}
