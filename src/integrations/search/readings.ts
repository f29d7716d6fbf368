import { pinyin } from 'pinyin-pro';

/** The 3,755 characters of GB 2312 level 1, which ordinary text is written with. */
function commonCharacters(): readonly string[] {
  const decoder = new TextDecoder('gb2312');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++)
      characters.push(decoder.decode(new Uint8Array([row, cell])));
  }
  return characters;
}

function syllableOf(character: string): string {
  return pinyin(character, { toneType: 'none', v: true });
}

/**
 * Toneless syllables of the given names, each with the common characters that are read so. The names' own characters
 * come in with the reading they have inside the name (重 in 权重 is zhong).
 */
export function buildSyllables(names: readonly string[]): Record<string, string> {
  const table = new Map<string, Set<string>>();
  for (const name of names) {
    const han = name.match(/\p{Script=Han}+/gu) ?? [];
    for (const run of han) {
      const syllables = pinyin(run, { toneType: 'none', v: true, type: 'array' });
      [...run].forEach((character, i) => {
        const syllable = syllables[i] ?? '';
        table.set(syllable, (table.get(syllable) ?? new Set<string>()).add(character));
      });
    }
  }
  for (const character of commonCharacters()) table.get(syllableOf(character))?.add(character);
  return Object.fromEntries(
    [...table]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([syllable, characters]) => [syllable, [...characters].join('')]),
  );
}
