import { saveTheme, type Theme } from '#storage/preferences.ts';
import { nextTheme } from './next-theme.ts';

const root = document.documentElement;

/** The chosen theme, as the head's script or a press here put it on the page; null when the system decides. */
function chosenTheme(): Theme | null {
  const chosen = root.dataset['theme'];
  return chosen === 'light' || chosen === 'dark' ? chosen : null;
}

for (const button of document.querySelectorAll<HTMLElement>('[data-theme-switch]')) {
  const say = (): void => {
    const chosen = chosenTheme();
    const words = (button.dataset['themeSwitch'] ?? '').split('|');
    button.title = words[chosen === null ? 0 : chosen === 'light' ? 1 : 2] ?? '';
    button.ariaLabel = button.title;
  };
  button.addEventListener('click', () => {
    const theme = nextTheme(chosenTheme(), matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    if (theme === null) delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    saveTheme(theme);
    say();
  });
  say();
}
