/**
 * Puts a style sheet into the page and waits for it; a sheet that is there already is not asked for again. Scripts loaded
 * on demand bring their styles this way: imported, the bundler would link them on every page that might load the script.
 *
 * @param url address of the sheet, from an import with `?url`
 * @throws Error when it does not load
 */
export function linkStyle(url: string): Promise<void> {
  if (document.querySelector(`link[href="${url}"]`) !== null) return Promise.resolve();
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = url;
  return new Promise((resolve, reject) => {
    sheet.addEventListener('load', () => resolve());
    sheet.addEventListener('error', () => reject(new Error(`${url} did not load`)));
    document.head.append(sheet);
  });
}
