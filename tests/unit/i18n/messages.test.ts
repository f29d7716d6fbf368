import { describe, expect, it } from 'vitest';
import en from '../../../content/strings/en.json' with { type: 'json' };
import zh from '../../../content/strings/zh-CN.json' with { type: 'json' };
import { islandTranslator } from '../../../src/i18n/island-messages.ts';
import { fillMessage, pickMessages, translator } from '../../../src/i18n/messages.ts';
import { WIDGETS } from '../../../src/widgets/catalogue.ts';
import { sourceFiles } from '../../architecture/source-files.ts';

/** What questions and templates say: they name misconceptions. */
const bankText = (): string =>
  sourceFiles('content/{questions,templates}/**/*.{yaml,ts}')
    .map(({ text }) => text)
    .join('\n');

const gaps = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe('messages', () => {
  it('has the same keys in both languages, each with text', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    expect([...Object.entries(zh), ...Object.entries(en)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('has the same gaps in both languages', () => {
    const different = Object.entries(zh).filter(
      ([key, text]) => gaps(text).join() !== gaps(Reflect.get(en, key)).join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('writes Chinese with full-width punctuation and English without', () => {
    const half = Object.entries(zh).filter(([, text]) => /[\u4e00-\u9fff][,;:?!]/.test(text));
    const full = Object.entries(en).filter(([, text]) => /[，。；：？！（）]/.test(text));
    expect([...half, ...full].map(([key]) => key)).toEqual([]);
  });

  it('fills gaps and leaves a gap without a value to be seen', () => {
    expect(fillMessage('{n} of {m}', { n: 3 })).toBe('3 of {m}');
    expect(translator('en')('chapter.sections', { n: 11 })).toBe('11 sections');
  });

  it('hands an island only what it asks for, and shows a key it lacks', () => {
    const picked = pickMessages('en', ['lab.']);
    expect(Object.keys(picked).every((key) => key.startsWith('lab.'))).toBe(true);
    expect(islandTranslator(picked)('exam.title')).toBe('⟨exam.title⟩');
    // @ts-expect-error The compiler knows the keys: a slip of the pen does not get as far as a page.
    expect(islandTranslator(picked)('exam.titel')).toBe('⟨exam.titel⟩');
  });

  it('has no key that nothing uses', () => {
    const program = sourceFiles()
      .map(({ text }) => text)
      .join('\n');
    const families = [...program.matchAll(/`([\w.-]+[.-])\$\{/g)].map((match) => match[1] ?? '');
    const narrow = families.filter((family) => family.split('.').length > 2 || family.endsWith('-'));
    // Of a family as wide as `mlp.${…}` or `misconception.${…}`, what follows must be named somewhere.
    const wide = families.filter((family) => !narrow.includes(family));
    const named = new Set(`${program}\n${bankText()}`.match(/[\w-]+/g));
    const isNamed = (key: string): boolean =>
      wide.some(
        (family) =>
          key.startsWith(family) &&
          key
            .slice(family.length)
            .split('.')
            .every((part) => named.has(part)),
      );
    // What the lab's pages say of every widget: `${name}.title`.
    const endings = [...program.matchAll(/`\$\{\w+\}(\.[\w.-]+)`/g)].map((match) => match[1] ?? '');
    const ofWidgets = WIDGETS.flatMap(({ name }) => endings.map((ending) => name + ending));
    const unused = Object.keys(zh).filter(
      (key) =>
        !ofWidgets.includes(key) &&
        !program.includes(`'${key}'`) &&
        !program.includes(`"${key}"`) &&
        !program.includes(`\`${key}\``) &&
        !narrow.some((family) => key.startsWith(family)) &&
        !isNamed(key),
    );
    expect(unused).toEqual([]);
  });
});
