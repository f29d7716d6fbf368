/** Every blueprint of the repository on the bank as it is, 10,000 seeds each. */
import { describe, expect, it } from 'vitest';
import { isInTopic } from '#core/exam/blueprint.ts';
import { type Candidate, toCandidates } from '#core/exam/candidate.ts';
import { cellsOf } from '#core/exam/cells.ts';
import { buildPaper } from '#core/exam/paper.ts';
import { loadBank } from '../../src/integrations/bank/load-bank.ts';
import { loadBlueprints } from '../../src/integrations/bank/load-blueprints.ts';
import { ROOT } from '../architecture/source-files.ts';

const SEEDS = 10_000;
const { questions } = await loadBank(ROOT);
const { blueprints } = await loadBlueprints(ROOT, questions);
const candidates = toCandidates(questions);
const byId = new Map<string, Candidate>(candidates.map((candidate) => [candidate.id, candidate]));

describe.each(blueprints)('$id', (blueprint) => {
  it(`fills every cell, repeats nothing and seats no enemies, for ${SEEDS} seeds and each mock`, () => {
    const cells = cellsOf(blueprint);
    for (let i = 0; i < SEEDS; i += 1) {
      const seen = new Set<string>();
      for (let mock = 1; mock <= blueprint.mocks; mock += 1) {
        const built = buildPaper(blueprint, candidates, { seed: `deep-${i}`, mock, form: 'A' });
        if (built.kind === 'failed') throw new Error(`seed deep-${i}: ${built.failure.code}`);
        const chosen = built.value.items.flatMap((item) => byId.get(item.candidate) ?? []);
        expect(chosen.length).toBe(blueprint.questions);
        const ids = new Set<string>(chosen.map(({ id }) => id));
        for (const { id, enemies } of chosen) {
          expect(seen.has(id), `seed deep-${i}: ${id} twice`).toBe(false);
          seen.add(id);
          expect(enemies.filter((enemy) => enemy !== id && ids.has(enemy))).toEqual([]);
        }
        for (const cell of cells) {
          const inside = chosen.filter(
            ({ section, kind, difficulty }) =>
              (cell.topic === null || isInTopic(section, cell.topic)) &&
              (cell.kind === null || kind === cell.kind) &&
              (cell.difficulty === null || difficulty === cell.difficulty),
          );
          expect(inside.length, `seed deep-${i}`).toBe(cell.count);
        }
      }
    }
  }, 900_000);
});
