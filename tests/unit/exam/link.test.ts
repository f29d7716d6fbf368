import { describe, expect, it } from 'vitest';
import { formatLink, type PaperLink, parseLink, toSeed } from '#core/exam/link.ts';
import { stream } from '#core/random/stream.ts';

const LINK: PaperLink = {
  bank: '0123456789ab',
  blueprint: 'exam-deep-learning',
  seed: 'class3-week5',
  mock: 1,
  form: 'A',
};
const TEXT = '#1.0123456789ab.b-exam-deep-learning.class3-week5.1';

describe('the link of a paper', () => {
  it('is written as published', () => {
    expect(formatLink(LINK)).toBe(TEXT);
    expect(formatLink({ ...LINK, mock: 12, form: 'B' })).toBe('#1.0123456789ab.b-exam-deep-learning.class3-week5.12.B');
  });

  it('comes back as it was, with or without its #', () => {
    for (const link of [LINK, { ...LINK, form: 'B' as const }, { ...LINK, seed: '-', mock: 99 }]) {
      expect(parseLink(formatLink(link))).toEqual({ kind: 'done', value: link });
      expect(parseLink(formatLink(link).slice(1))).toEqual({ kind: 'done', value: link });
    }
  });

  it.each([
    ['', 'exam-link-empty'],
    ['#', 'exam-link-empty'],
    ['#2.0123456789ab.b-x.s.1', 'exam-link-format'],
    [`${TEXT}.A.more`, 'exam-link-format'],
    ['#1', 'exam-link-bank'],
    ['#1.0123456789AB.b-x.s.1', 'exam-link-bank'],
    ['#1.0123456789ab.x.s.1', 'exam-link-paper'],
    ['#1.0123456789ab.b-../x.s.1', 'exam-link-format'],
    ['#1.0123456789ab.b-x.第五周.1', 'exam-link-seed'],
    [`#1.0123456789ab.b-x.${'s'.repeat(33)}.1`, 'exam-link-seed'],
    ['#1.0123456789ab.b-x.s', 'exam-link-mock'],
    ['#1.0123456789ab.b-x.s.0', 'exam-link-mock'],
    ['#1.0123456789ab.b-x.s.1e1', 'exam-link-mock'],
    ['#1.0123456789ab.b-x.s.1.C', 'exam-link-form'],
  ])('%s is refused as %s', (text, code) => {
    expect(parseLink(text)).toMatchObject({ kind: 'failed', failure: { code } });
  });

  it('never throws, and accepts only what it would write, over 20,000 damaged links', () => {
    const random = stream('links');
    const alphabet = [...'#.-ab019AB/ %é\u{1F600}'];
    for (let round = 0; round < 20_000; round++) {
      const letters = [...TEXT];
      for (let hits = 1 + random.below(3); hits > 0; hits--) {
        const piece = alphabet[random.below(alphabet.length)] ?? '';
        letters.splice(random.below(letters.length), random.below(3), ...(random.below(2) === 0 ? [piece] : []));
      }
      const text = letters.join('');
      const parsed = parseLink(text);
      if (parsed.kind === 'done')
        expect([text, `#${text}`, text.replace(/\.A$/, '')]).toContain(formatLink(parsed.value));
    }
  });
});

describe('a seed', () => {
  it('is made of what somebody typed', () => {
    expect(toSeed(' Class3 Week5 ')).toBe('class3-week5');
    expect(toSeed('ＡＢＣ１２３')).toBe('abc123');
    expect(toSeed('第五周')).toBe('');
    expect(toSeed('x'.repeat(40))).toHaveLength(32);
  });
});

it('shows a bad part of an address as it was meant, where it can be decoded', () => {
  const found = (link: string): unknown => {
    const parsed = parseLink(link);
    return parsed.kind === 'failed' ? parsed.failure.values['found'] : null;
  };
  expect(found('#1.0123456789ab.b-x.BAD%20SEED!.1')).toBe('BAD SEED!');
  expect(found('#1.0123456789ab.%E5%8D%B7.x.1')).toBe('卷');
  expect(found('#1.0123456789ab.b-x.%E5%8.1')).toBe('%E5%8');
});
