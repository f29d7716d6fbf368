/** On the home page: says on the door to the papers that one is not finished. */
import { hasOpenPaper } from '#storage/preferences.ts';

const hint = document.querySelector<HTMLElement>('[data-open-paper]');
if (hint && hasOpenPaper()) hint.hidden = false;
