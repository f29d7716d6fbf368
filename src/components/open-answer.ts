/** On a question's page: the reader's own answer is marked once the answer is opened; what marks it is fetched then. */
const form = document.querySelector<HTMLFormElement>('form.options');
const details = document.querySelector<HTMLDetailsElement>('details[data-own]');
if (form && details) {
  const mark = async (): Promise<void> => {
    details.removeEventListener('toggle', mark);
    try {
      const { markOwnAnswer } = await import('./own-answer.ts');
      markOwnAnswer(form, details);
    } catch {
      // Out of reach now, perhaps not the next time.
      details.addEventListener('toggle', mark);
    }
  };
  details.addEventListener('toggle', mark);
  // Enter in a number's field would send the form, that is load the page again.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    details.open = true;
  });
}
