import { localePath, splitLocale } from '#i18n/paths.ts';
import { loadPlaces, savePlace, setRead } from '#storage/preferences.ts';

/** From this share of the text on, a section counts as read. */
const READ = 0.9;

const base = document.body.dataset['base'] ?? '/';

/** Follows the reader through a section and keeps the last heading passed and the share seen. */
function follow(article: HTMLElement, path: string): void {
  const headings = [...article.querySelectorAll<HTMLElement>('.prose h2[id]')];
  const text = article.querySelector('.prose') ?? article;
  const keep = (): void => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2).at(-1);
    const box = text.getBoundingClientRect();
    const share = Math.max(0, Math.min(1, (innerHeight - box.top) / box.height));
    savePlace({ path, heading: passed?.id ?? '', at: Date.now() }, share >= READ ? 1 : share);
    markRead();
  };
  let waiting = 0;
  addEventListener(
    'scroll',
    () => {
      if (waiting === 0)
        waiting = window.setTimeout(() => {
          waiting = 0;
          keep();
        }, 400);
    },
    { passive: true },
  );
  addEventListener('pagehide', keep);
  keep();
}

/** Fills the dots of the sections that have been read. */
function markRead(): void {
  const { read, last } = loadPlaces();
  for (const item of document.querySelectorAll<HTMLElement>('[data-section]')) {
    const path = item.dataset['section'] ?? '';
    item.toggleAttribute('data-read', (read[path] ?? 0) >= READ);
    item.toggleAttribute('data-here', last?.path === path);
  }
}

/** “I know this already”: fills or empties the dot of a section, read or not. */
function offerKnown(button: HTMLButtonElement, path: string): void {
  const show = (): void => button.setAttribute('aria-pressed', String((loadPlaces().read[path] ?? 0) >= READ));
  button.addEventListener('click', () => {
    setRead(path, button.getAttribute('aria-pressed') === 'true' ? 0 : 1);
    show();
    markRead();
  });
  show();
}

/** Points the home page's first door at the place left last. */
function offerResume(door: HTMLAnchorElement): void {
  const { last } = loadPlaces();
  const known = [...document.querySelectorAll<HTMLElement>('.course-list [data-section]')].find(
    (item) => item.dataset['section'] === last?.path,
  );
  if (last === null || known === undefined) return;
  const { locale } = splitLocale(base, location.pathname);
  door.href = localePath(base, locale, `${last.path}${last.heading === '' ? '' : `#${last.heading}`}`);
  const [label, detail] = door.children;
  if (label) label.textContent = door.dataset['label'] ?? '';
  if (detail)
    detail.textContent = (door.dataset['resume'] ?? '').replace(
      '{heading}',
      known.querySelector('a > :last-child')?.textContent ?? '',
    );
}

const article = document.querySelector<HTMLElement>('[data-place]');
if (article) follow(article, article.dataset['place'] ?? '');
else markRead();
const known = document.querySelector<HTMLButtonElement>('[data-known]');
if (article && known) offerKnown(known, article.dataset['place'] ?? '');
const door = document.querySelector<HTMLAnchorElement>('[data-continue]');
if (door) offerResume(door);
