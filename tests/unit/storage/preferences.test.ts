import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadPlaces, loadTheme, parsePlaces, savePlace, saveTheme, setRead } from '../../../src/storage/preferences.ts';

function fakeStorage(): Storage {
  const map = new Map<string, string>();
  return {
    get length() {
      return map.size;
    },
    clear: () => map.clear(),
    getItem: (key) => map.get(key) ?? null,
    key: (i) => [...map.keys()][i] ?? null,
    removeItem: (key) => map.delete(key),
    setItem: (key, value) => void map.set(key, value),
  };
}

afterEach(() => vi.unstubAllGlobals());

describe('preferences', () => {
  it('keeps a theme, and gives the choice back to the system', () => {
    vi.stubGlobal('localStorage', fakeStorage());
    expect(loadTheme()).toBeNull();
    expect(saveTheme('dark')).toBe(true);
    expect(loadTheme()).toBe('dark');
    saveTheme(null);
    expect(loadTheme()).toBeNull();
  });

  it('remembers the last place and the furthest share of each section', () => {
    vi.stubGlobal('localStorage', fakeStorage());
    savePlace({ path: '/a/', heading: 'x', at: 1 }, 0.8);
    savePlace({ path: '/a/', heading: '', at: 2 }, 0.1);
    expect(loadPlaces()).toEqual({ last: { path: '/a/', heading: '', at: 2 }, read: { '/a/': 0.8 } });
  });

  it('lets a reader say that a section is known, and take it back', () => {
    vi.stubGlobal('localStorage', fakeStorage());
    savePlace({ path: '/a/', heading: 'x', at: 1 }, 0.2);
    setRead('/b/', 1);
    expect(loadPlaces()).toEqual({ last: { path: '/a/', heading: 'x', at: 1 }, read: { '/a/': 0.2, '/b/': 1 } });
    setRead('/b/', 0);
    expect(loadPlaces().read['/b/']).toBe(0);
  });

  it('works without storage: nothing is kept, nothing throws, and what was said holds while the page is open', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('denied');
      },
    });
    expect(loadTheme()).toBeNull();
    expect(saveTheme('dark')).toBe(false);
    expect(savePlace({ path: '/a/', heading: '', at: 0 }, 1)).toBe(false);
    expect(setRead('/b/', 1)).toBe(false);
    expect(loadPlaces().read).toEqual({ '/a/': 1, '/b/': 1 });
  });

  it.each(['', '{', '[]', '"x"', '{"last":{"path":1}}', '{"read":{"/a/":"far","/b/":2}}'])(
    'reads %s as nothing known',
    (text) => {
      expect(parsePlaces(text)).toEqual({ last: null, read: {} });
    },
  );
});
