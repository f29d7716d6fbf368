import { saveTheme } from '#storage/preferences.ts';
import { nextTheme } from './next-theme.ts';

/** `data-theme` of the root: the choice, as the head's script or a press here put it there; without it the system decides. */
const choice = document.documentElement.dataset;

for (const button of document.querySelectorAll<HTMLElement>('[data-theme-switch]')) {
  const words = (button.dataset['themeSwitch'] ?? '').split('|');
  const say = (): void => {
    button.title = words[['light', 'dark'].indexOf(choice['theme'] ?? '') + 1] ?? '';
    button.ariaLabel = button.title;
  };
  button.addEventListener('click', () => {
    const theme = nextTheme(choice['theme'], matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    saveTheme(theme);
    if (theme) choice['theme'] = theme;
    else delete choice['theme'];
    say();
  });
  say();
}
