import { afterEach, describe, expect, it, vi } from 'vitest';
import { isRead, loadPlaces, parsePlaces, savePlace, saveTheme, setKnown } from '../../../src/storage/preferences.ts';

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
    const kept = () => localStorage.getItem('aca.theme');
    expect(saveTheme('dark')).toBe(true);
    expect(kept()).toBe('dark');
    saveTheme(null);
    expect(kept()).toBeNull();
  });

  it('remembers the last place and the furthest share of each section', () => {
    vi.stubGlobal('localStorage', fakeStorage());
    savePlace({ path: '/a/', heading: 'x', at: 1 }, 0.8);
    savePlace({ path: '/a/', heading: '', at: 2 }, 0.1);
    expect(loadPlaces()).toEqual({ last: { path: '/a/', heading: '', at: 2 }, read: { '/a/': 0.8 } });
  });

  it('counts a section as read from nine tenths of its text on', () => {
    vi.stubGlobal('localStorage', fakeStorage());
    expect(isRead(loadPlaces(), '/a/')).toBe(false);
    savePlace({ path: '/a/', heading: '', at: 1 }, 0.89);
    expect(isRead(loadPlaces(), '/a/')).toBe(false);
    savePlace({ path: '/a/', heading: '', at: 2 }, 0.9);
    expect(isRead(loadPlaces(), '/a/')).toBe(true);
  });

  it.each([true, false])('lets no reading undo a reader’s word that a section is known: %s', (word) => {
    vi.stubGlobal('localStorage', fakeStorage());
    const place = { path: '/a/', heading: 'x', at: 1 };
    savePlace(place, word ? 0.2 : 1);
    setKnown('/a/', word);
    expect(loadPlaces()).toEqual({ last: place, read: { '/a/': word } });
    savePlace({ ...place, at: 2 }, word ? 0.3 : 1);
    expect(loadPlaces()).toEqual({ last: { ...place, at: 2 }, read: { '/a/': word } });
    expect(isRead(loadPlaces(), '/a/')).toBe(word);
    setKnown('/a/', !word);
    expect(isRead(loadPlaces(), '/a/')).toBe(!word);
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
    expect(saveTheme('dark')).toBe(false);
    expect(savePlace({ path: '/a/', heading: '', at: 0 }, 1)).toBe(false);
    expect(setKnown('/b/', true)).toBe(false);
    expect(loadPlaces().read).toEqual({ '/a/': 1, '/b/': true });
  });

  it.each(['', '{', '[]', '"x"', '{"last":{"path":1}}', '{"read":{"/a/":"far","/b/":2}}'])(
    'reads %s as nothing known',
    (text) => {
      expect(parsePlaces(text)).toEqual({ last: null, read: {} });
    },
  );
});
