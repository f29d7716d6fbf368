import { saveTheme } from '#storage/preferences.ts';
import { nextTheme } from './next-theme.ts';

/** `data-theme` of the root: the choice, as the head's script or a press here put it there; without it the system decides. */
const choice = document.documentElement.dataset;
/** The colour of the browser's bar in the dark; where this one does not hold, the light one after it does. */
const darkBar = document.querySelector('meta[name="theme-color"]');

for (const button of document.querySelectorAll<HTMLElement>('[data-theme-switch]')) {
  const words = (button.dataset['themeSwitch'] ?? '').split('|');
  const show = (): void => {
    button.title = words[['light', 'dark'].indexOf(choice['theme'] ?? '') + 1] ?? '';
    button.ariaLabel = button.title;
    const theme = choice['theme'];
    darkBar?.setAttribute(
      'media',
      theme === 'dark' ? 'all' : theme === 'light' ? 'not all' : '(prefers-color-scheme: dark)',
    );
  };
  button.addEventListener('click', () => {
    const theme = nextTheme(choice['theme'], matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    saveTheme(theme);
    if (theme) choice['theme'] = theme;
    else delete choice['theme'];
    show();
  });
  show();
}
