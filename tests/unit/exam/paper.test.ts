import { describe, expect, it } from 'vitest';
import { bankHash, decodeIndex, encodeIndex } from '#core/exam/bank-index.ts';
import { type Blueprint, isInTopic } from '#core/exam/blueprint.ts';
import { type Candidate, toCandidates } from '#core/exam/candidate.ts';
import { cellsOf } from '#core/exam/cells.ts';
import { describeShortage, findShortages, sureSupply } from '#core/exam/feasibility.ts';
import { buildPaper, type Paper, type PaperChoice } from '#core/exam/paper.ts';
import { closeEnemies } from '#core/question/enemies.ts';
import type { Question, QuestionKind } from '#core/question/question.ts';
import { blueprint, question } from './bank.ts';

const SECTIONS = ['deep-learning/sigmoid', 'deep-learning/tanh', 'cnn/overview', 'cnn/pooling-layer'];
const KINDS: readonly QuestionKind[] = ['single', 'multiple'];

/** 96 questions: 12 in each section and kind, difficulty 1–3 in turn, a few enemies, one template of 5 variants. */
function makeBank(): Question[] {
  const questions = SECTIONS.flatMap((section) =>
    KINDS.flatMap((kind) =>
      Array.from({ length: 12 }, (_, i) =>
        question({
          id: `${section.replace('/', '-')}-${kind}-${String(i).padStart(2, '0')}`,
          section,
          kind,
          difficulty: i % 3 === 0 ? 1 : i % 3 === 1 ? 2 : 3,
          enemies: i === 4 ? [`${section.replace('/', '-')}-${kind}-01`] : [],
          sorted: i === 5,
        }),
      ),
    ),
  );
  const variants = [3, 5, 7, 9, 11].map((n) =>
    question({ id: `grown~n${n}`, template: 'grown', section: 'cnn/overview', difficulty: 2 }),
  );
  return closeEnemies([...questions, ...variants]);
}

const BANK = makeBank();
const CANDIDATES = toCandidates(BANK);
const BLUEPRINT: Blueprint = blueprint({
  questions: 20,
  mocks: 2,
  order: ['single', 'multiple'],
  spread: {
    kind: 'weights',
    topics: [
      { name: 'deep-learning', weight: 5 },
      { name: 'cnn/overview', weight: 3 },
      { name: 'cnn/pooling-layer', weight: 2 },
    ],
    kinds: [
      { name: 'single', weight: 70 },
      { name: 'multiple', weight: 30 },
    ],
    difficulty: [
      { name: 1, weight: 30 },
      { name: 2, weight: 40 },
      { name: 3, weight: 30 },
    ],
  },
});
const SEEDS = Array.from({ length: 1000 }, (_, i) => `seed-${i}`);

function paper(choice: Partial<PaperChoice> & { seed: string }, candidates: readonly Candidate[] = CANDIDATES): Paper {
  const built = buildPaper(BLUEPRINT, candidates, { mock: 1, form: 'A', ...choice });
  if (built.kind === 'failed') throw new Error(built.failure.code);
  return built.value;
}

const idsOf = (made: Paper): string[] => made.items.map((item) => item.candidate);

describe('a paper', () => {
  const byId = new Map<string, Candidate>(CANDIDATES.map((candidate) => [candidate.id, candidate]));

  it('holds exactly the cells of its blueprint, nothing twice and no enemies, for 1,000 seeds and both mocks', () => {
    expect(findShortages(BLUEPRINT, CANDIDATES)).toEqual([]);
    for (const seed of SEEDS) {
      const mocks = [paper({ seed }), paper({ seed, mock: 2 })];
      const all = mocks.flatMap(idsOf);
      expect(new Set(all).size).toBe(40);
      for (const made of mocks) {
        const drawn = made.items.flatMap((item) => byId.get(item.candidate) ?? []);
        const count = (fits: (candidate: Candidate) => boolean): number => drawn.filter(fits).length;
        expect(drawn).toHaveLength(20);
        expect(count((each) => isInTopic(each.section, 'deep-learning'))).toBe(10);
        expect(count((each) => each.section === 'cnn/overview')).toBe(6);
        expect(count((each) => each.section === 'cnn/pooling-layer')).toBe(4);
        expect(count((each) => each.kind === 'single')).toBe(14);
        expect([1, 2, 3].map((level) => count((each) => each.difficulty === level))).toEqual([6, 8, 6]);
        for (const each of drawn) for (const enemy of each.enemies) expect(all).not.toContain(enemy);
        expect(drawn.map((each) => each.kind)).toEqual([
          ...Array.from({ length: 14 }, () => 'single'),
          ...Array.from({ length: 6 }, () => 'multiple'),
        ]);
      }
    }
  });

  it('is the same whenever, wherever and from whatever order of files it is made', () => {
    for (const seed of SEEDS.slice(0, 200)) {
      expect(paper({ seed }, toCandidates([...BANK].reverse()))).toEqual(paper({ seed }));
    }
  });

  it('has known questions for a known seed', () => {
    const made = paper({ seed: 'class3-week5' });
    expect({ first: made.items[0], fingerprint: made.fingerprint }).toMatchInlineSnapshot(`
      {
        "fingerprint": "29976420",
        "first": {
          "candidate": "deep-learning-sigmoid-single-04",
          "options": [
            "a",
            "c",
            "b",
            "d",
          ],
          "question": "deep-learning-sigmoid-single-04",
          "section": "deep-learning/sigmoid",
        },
      }
    `);
  });

  it('changes in at most one question when the bank grows by one', () => {
    let changed = 0;
    for (const [i, seed] of SEEDS.slice(0, 300).entries()) {
      const section = SECTIONS[i % 4] ?? '';
      const more = closeEnemies([...BANK, question({ id: `new-${i}`, section, difficulty: 2 })]);
      const before = new Set(idsOf(paper({ seed })));
      const lost = idsOf(paper({ seed }, toCandidates(more))).filter((id) => !before.has(id));
      expect(lost.length).toBeLessThanOrEqual(1);
      changed += lost.length;
    }
    expect(changed).toBeGreaterThan(10);
  });

  it('changes in at most two when a new question joins an enemy group that spans cells', () => {
    for (const [i, seed] of SEEDS.slice(0, 300).entries()) {
      const enemy = 'cnn-pooling-layer-multiple-07';
      const more = closeEnemies([
        ...BANK,
        question({ id: `new-${i}`, section: 'deep-learning/tanh', enemies: [enemy] }),
      ]);
      const before = new Set(idsOf(paper({ seed })));
      expect(idsOf(paper({ seed }, toCandidates(more))).filter((id) => !before.has(id)).length).toBeLessThanOrEqual(2);
    }
  });

  it('differs between forms in order only', () => {
    const [a, b] = [paper({ seed: 'forms' }), paper({ seed: 'forms', form: 'B' })];
    expect(idsOf(b)).not.toEqual(idsOf(a));
    expect(idsOf(b).sort()).toEqual(idsOf(a).sort());
    expect(b.fingerprint).not.toBe(a.fingerprint);
  });

  it('counts a template once and shows one of its variants', () => {
    const shown = SEEDS.flatMap((seed) => paper({ seed }).items.filter((item) => item.candidate === 'grown'));
    expect(shown.length).toBeGreaterThan(100);
    expect([...new Set(shown.map((item) => item.question))].sort()).toEqual([
      'grown~n11',
      'grown~n3',
      'grown~n5',
      'grown~n7',
      'grown~n9',
    ]);
  });

  it('refuses a mock that was not promised and a bank that is too small, and says which cell', () => {
    const choice: PaperChoice = { seed: 's', mock: 3, form: 'A' };
    expect(buildPaper(BLUEPRINT, CANDIDATES, choice)).toMatchObject({
      failure: { code: 'exam-mock-unknown', values: { found: 3, most: 2 } },
    });
    const few = CANDIDATES.filter((each) => each.section !== 'cnn/pooling-layer' || each.kind !== 'multiple');
    expect(buildPaper(BLUEPRINT, few, { ...choice, mock: 1 })).toMatchObject({
      failure: { code: 'exam-paper-short', values: { supply: 0 } },
    });
  });
});

describe('option order', () => {
  it('keeps sorted options as written and every option exactly once', () => {
    for (const seed of SEEDS.slice(0, 100)) {
      for (const item of paper({ seed }).items) {
        if (item.candidate.endsWith('-05')) expect(item.options.join('')).toMatch(/^abcde?$/);
        else expect([...item.options].sort().join('')).toMatch(/^abcde?$/);
      }
    }
  });

  it('puts the key on each of four places equally often: chi-square below 16.27 (df 3, p > .001)', () => {
    const places = [0, 0, 0, 0];
    for (const seed of SEEDS) {
      for (const item of paper({ seed }).items) {
        const place = item.options.length === 4 && !item.candidate.endsWith('-05') ? item.options.indexOf(a) : -1;
        if (place >= 0) places[place] = (places[place] ?? 0) + 1;
      }
    }
    const expected = places.reduce((x, y) => x + y, 0) / 4;
    expect(expected).toBeGreaterThan(2000);
    expect(places.reduce((x, n) => x + (n - expected) ** 2 / expected, 0)).toBeLessThan(16.27);
  });

  const a =
    CANDIDATES[0]?.options[0] ??
    (() => {
      throw new Error('the bank has options');
    })();
});

describe('feasibility', () => {
  const cell = { topic: 'cnn', kind: null, difficulty: null, count: 2 } as const;
  const supplyOf = (...questions: Question[]): number => sureSupply(cell, toCandidates(closeEnemies(questions)));

  it('counts enemy groups that lie wholly inside a cell, and groups that reach out of it nowhere', () => {
    const inside = question({ id: 'in-one', section: 'cnn/overview' });
    const friend = question({ id: 'in-two', section: 'cnn/overview', enemies: ['in-one'] });
    const outside = question({ id: 'out-one', section: 'deep-learning/tanh', enemies: ['in-two'] });
    expect(supplyOf(inside)).toBe(1);
    expect(supplyOf(inside, friend)).toBe(1);
    expect(supplyOf(inside, friend, outside)).toBe(0);
    expect(supplyOf(inside, question({ id: 'in-three', section: 'cnn/pooling-layer' }))).toBe(2);
  });

  it('names the cell and what it lacks', () => {
    const plan = blueprint({
      id: 'aca-style',
      questions: 1,
      mocks: 3,
      spread: { kind: 'cells', cells: [{ topic: 'gan', kind: 'multiple', difficulty: 3, count: 1 }] },
    });
    const two = ['one', 'two'].map((id) => question({ id, section: 'gan/overview', kind: 'multiple', difficulty: 3 }));
    const [shortage] = findShortages(plan, toCandidates(two));
    expect(shortage && describeShortage(shortage, 'en')).toBe(
      'aca-style: gan × multiple × 3: need 3 × 1, sure supply 2',
    );
  });
});

describe('the index of a bank', () => {
  it('comes back as it was', () => {
    const index = {
      bank: bankHash(BANK, [BLUEPRINT]),
      blueprints: [BLUEPRINT],
      sections: Object.fromEntries(SECTIONS.map((key) => [key, { zh: `中 ${key}`, en: key }])),
      candidates: CANDIDATES,
    };
    expect(decodeIndex(encodeIndex(index))).toEqual({ kind: 'done', value: index });
  });

  it('is refused, not thrown at, when it is no index', () => {
    for (const text of ['', '<html>', '{}', '{"format":2}', '{"format":1}'])
      expect(decodeIndex(text)).toMatchObject({ failure: { code: 'exam-bank-unreachable' } });
  });

  it('is named by items and blueprints, not by their order', () => {
    const name = bankHash(BANK, [BLUEPRINT]);
    expect(name).toMatch(/^[0-9a-f]{12}$/);
    expect(bankHash([...BANK].reverse(), [BLUEPRINT])).toBe(name);
    expect(bankHash(BANK.slice(1), [BLUEPRINT])).not.toBe(name);
    expect(bankHash(BANK, [{ ...BLUEPRINT, questions: 21 }])).not.toBe(name);
  });
});

describe('cells written by hand', () => {
  it('stand as they are written', () => {
    const cells = [{ topic: 'cnn', kind: null, difficulty: null, count: 10 }] as const;
    expect(cellsOf(blueprint({ spread: { kind: 'cells', cells } }))).toEqual(cells);
  });
});
