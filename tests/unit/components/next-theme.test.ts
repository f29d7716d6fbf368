import { describe, expect, it } from 'vitest';
import { nextTheme } from '#components/next-theme.ts';

describe('the theme button', () => {
  it.each(['light', 'dark'] as const)(
    'changes what is seen first and comes back to the system, which is %s',
    (system) => {
      const first = nextTheme(undefined, system);
      expect(first).not.toBe(system);
      const second = nextTheme(first ?? undefined, system);
      expect(second).toBe(system);
      expect(nextTheme(second ?? undefined, system)).toBeNull();
    },
  );
});
