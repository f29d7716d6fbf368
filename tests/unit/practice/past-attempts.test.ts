import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { PastAttempts } from '#practice/PastAttempts.tsx';
import { openExamStore } from '#storage/exam-store.ts';
import { attemptOf, question } from '../exam/bank.ts';

const store = openExamStore({ indexedDB: null, keyRange: null, localStorage: null, now: () => 42 });
const READABLE = attemptOf([question({ id: 'one' })]);
const FAILURE = { code: 'exam-attempt-damaged', values: { id: 'damaged' } } as const;

describe('the list of papers kept in this browser', () => {
  it('offers to delete every one, and to download what cannot be read', () => {
    const html = renderToString(
      h(PastAttempts, {
        papers: {
          attempts: [
            { kind: 'loaded', attempt: READABLE, journal: [], damaged: [] },
            { kind: 'failed', id: 'damaged', failure: FAILURE, raw: 'torn' },
          ],
          quarantined: [{ attempt: 'set-aside', at: 42, raw: 'torn' }],
        },
        store,
        onChange: () => undefined,
      }),
    );
    const rows = html.match(/<li>.*?<\/li>/g) ?? [];
    expect(rows.map((row) => row.includes('exam.past.remove'))).toEqual([true, true, true]);
    expect(rows.map((row) => row.includes('exam.past.download'))).toEqual([false, true, true]);
    expect(html.match(/<h2>.*?<\/h2>/g)).toEqual(['<h2>exam.past.open</h2>', '<h2>exam.past.unreadable</h2>']);
  });

  it('is not there where nothing is kept', () => {
    const none = { papers: { attempts: [], quarantined: [] }, store, onChange: () => undefined };
    expect(renderToString(h(PastAttempts, none))).toBe('');
  });
});
