import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ExamStart } from '#practice/ExamStart.tsx';
import { readSeedField } from '#practice/seed-field.ts';
import { blueprint } from '../exam/bank.ts';

describe('the field for a seed', () => {
  it.each([
    ['class3-week5', 'class3-week5', 'as-is'],
    ['Class 3', 'class-3', 'becomes'],
    ['三班 week5', 'week5', 'becomes'],
    ['三班第五周', 'k7m3xa', 'unusable'],
    [' - ', 'k7m3xa', 'unusable'],
    ['', 'k7m3xa', 'as-is'],
  ] as const)('reads %j as %s, %s', (typed, seed, kind) => {
    expect(readSeedField(typed, 'k7m3xa')).toEqual({ seed, kind });
  });

  it('gives no paper an address at build: everybody would get the same one', () => {
    const html = renderToString(
      h(ExamStart, { locale: 'en', base: '/', messages: {}, bank: '0123456789ab', blueprints: [blueprint({})] }),
    );
    expect(html).toContain('exam.open.exam');
    expect(html).not.toContain('href');
  });
});
