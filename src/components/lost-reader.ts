/**
 * 404.html stands for every wrong address and speaks Chinese around its two texts. Under an address of another language
 * that language's header, menu and footer take the place of the Chinese ones, and its text is the only one.
 */
import { DEFAULT_LOCALE, type Locale } from '#i18n/locales.ts';
import { localePath, splitLocale } from '#i18n/paths.ts';

const base = document.body.dataset['base'] ?? '/';
const { locale } = splitLocale(base, location.pathname);

async function speak(language: Locale): Promise<void> {
  const text = document.querySelector(`section[lang="${language}"]`);
  const answer = await fetch(localePath(base, language, '/'));
  if (text === null || !answer.ok) return;
  const home = new DOMParser().parseFromString(await answer.text(), 'text/html');
  // The theme button keeps what listens to it and takes over the words alone.
  const mine = document.querySelector('[data-theme-switch]');
  const its = home.querySelector('[data-theme-switch]');
  for (const { name, value } of its?.attributes ?? []) mine?.setAttribute(name, value);
  if (mine !== null) its?.replaceWith(mine);
  for (const part of ['.skip', '.site-header', '.menu', '.site-footer', '.bottom-bar']) {
    const translated = home.querySelector(part);
    if (translated !== null) document.querySelector(part)?.replaceWith(translated);
  }
  document.documentElement.lang = language;
  const heading = document.createElement('h1');
  heading.append(...(text.firstElementChild?.childNodes ?? []));
  text.firstElementChild?.replaceWith(heading);
  document.title = heading.textContent ?? '';
  text.parentElement?.replaceChildren(text);
}

if (locale !== DEFAULT_LOCALE) void speak(locale).catch(() => undefined);
