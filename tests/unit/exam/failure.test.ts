import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXAM_FAILURE_CODES } from '#core/exam/failure.ts';

describe('failures of papers', () => {
  it.each(['zh-CN', 'en'])('have a text each in %s, and no text is left over', (locale) => {
    const strings: Readonly<Record<string, string>> = JSON.parse(
      readFileSync(`content/strings/${locale}.json`, 'utf8'),
    );
    const texts = Object.keys(strings).filter((key) => key.startsWith('error.exam-'));
    expect(texts.sort()).toEqual(EXAM_FAILURE_CODES.map((code) => `error.${code}`).sort());
  });
});
