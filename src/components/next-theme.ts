import type { Theme } from '#storage/preferences.ts';

/**
 * What a press on the theme button chooses: first what the system does not show, then what it shows, for good, then the
 * system again (null).
 *
 * @param chosen what was chosen before; anything but a theme means that the system decides
 */
export function nextTheme(chosen: string | undefined, system: Theme): Theme | null {
  const other = system === 'dark' ? 'light' : 'dark';
  return chosen === other ? system : chosen === system ? null : other;
}
