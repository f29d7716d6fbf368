import { isRead, loadPlaces, savePlace, setKnown } from '#storage/preferences.ts';

/** Follows the reader through a section and keeps the last heading passed and the share seen. */
function follow(article: HTMLElement, path: string): void {
  const headings = [...article.querySelectorAll<HTMLElement>('.prose h2[id]')];
  const text = article.querySelector('.prose') ?? article;
  const keep = (): void => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2).at(-1);
    const box = text.getBoundingClientRect();
    const share = Math.max(0, Math.min(1, (innerHeight - box.top) / box.height));
    savePlace({ path, heading: passed?.id ?? '', at: Date.now() }, share);
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

/** Fills the dots of the sections that have been read, and presses the button of the open one if it has. */
function markRead(): void {
  const places = loadPlaces();
  for (const item of document.querySelectorAll<HTMLElement>('[data-section]')) {
    const path = item.dataset['section'] ?? '';
    item.toggleAttribute('data-read', isRead(places, path));
    item.toggleAttribute('data-here', places.last?.path === path);
  }
  if (knownButton) knownButton.ariaPressed = String(isRead(places, place));
}

/** Points the home page's first door at the place left last. */
function offerResume(door: HTMLAnchorElement): void {
  const { last } = loadPlaces();
  const known = [...document.querySelectorAll<HTMLElement>('.course-list [data-section]')].find(
    (item) => item.dataset['section'] === last?.path,
  );
  if (last === null || known === undefined) return;
  // Its own link is in the language of the page and under the base already.
  door.href = `${known.querySelector('a')?.href}${last.heading === '' ? '' : `#${last.heading}`}`;
  const [label, detail] = door.children;
  if (label) label.textContent = door.dataset['label'] ?? '';
  if (detail)
    detail.textContent = (door.dataset['resume'] ?? '').replace(
      '{heading}',
      known.querySelector('a > :last-child')?.textContent ?? '',
    );
}

const article = document.querySelector<HTMLElement>('[data-place]');
const place = article?.dataset['place'] ?? '';
/** “I know this section already”: the reader's word, which no reading undoes. */
const knownButton = document.querySelector('[data-known]');
knownButton?.addEventListener('click', () => {
  setKnown(place, knownButton.ariaPressed !== 'true');
  markRead();
});
if (article) follow(article, place);
else markRead();
const door = document.querySelector<HTMLAnchorElement>('[data-continue]');
if (door) offerResume(door);
