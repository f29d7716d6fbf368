/** `--paper` of styles/tokens.css in the way every browser reads it: the colour of the browser's bar. */
export const PAPER = { light: '#faf7ef', dark: '#111928' } as const;

/**
 * Runs in the head before the first paint, so that a chosen theme never flashes. It is inlined on every page and
 * allowed by its hash in the policy; the key is the one `storage/preferences.ts` writes.
 */
export const themeScript =
  "try{var t=localStorage.getItem('aca.theme');if(t==='dark'||t==='light')document.documentElement.dataset.theme=t}catch(e){}document.documentElement.classList.add('js')";
