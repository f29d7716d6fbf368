import type { Theme } from '#storage/preferences.ts';

/**
 * What a press on the theme button chooses: first what the system does not show, then what it shows, for good, then the
 * system again (null).
 */
export function nextTheme(chosen: Theme | null, system: Theme): Theme | null {
  const other = system === 'dark' ? 'light' : 'dark';
  return chosen === null ? other : chosen === other ? system : null;
}
