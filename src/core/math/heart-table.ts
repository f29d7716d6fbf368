/**
 * A made-up table with the columns of PAI's heart-disease example: 13 features and one label, all text. No row describes a
 * person, and how a column leans on the label was chosen for teaching, not taken from medicine.
 *
 * The page's program makes the same table before the reader's eyes; a test runs it and holds the two together.
 */

/** Range of a number column, or the words of a category column, from the end that leans to `buff` to the one that leans to `sick`. */
type Range = readonly [number, number] | readonly string[];

/** The thirteen feature columns in their order. */
export const HEART_FEATURES = {
  age: [29, 77],
  sex: ['female', 'male'],
  cp: ['typical', 'atypical', 'non-anginal', 'asymptomatic'],
  trestbps: [94, 200],
  chol: [126, 564],
  fbs: ['false', 'true'],
  restecg: ['norm', 'hyp'],
  thalach: [202, 71],
  exang: ['false', 'true'],
  oldpeak: [0, 6.2],
  slop: ['up', 'flat', 'down'],
  ca: [0, 3],
  thal: ['norm', 'fix', 'rev'],
} as const satisfies Readonly<Record<string, Range>>;

/** Name of a column, label included. */
export type HeartColumn = keyof typeof HEART_FEATURES | 'status';

/** One row as the table stores it: text in every column. */
export type HeartRow = Readonly<Record<HeartColumn, string>>;

/** As many rows as the public table has. */
export const HEART_ROWS = 303;

/** Where the page's chance begins; a seed that leaves `thalach` of some test rows outside the range of the training rows. */
const SEED = 2518;

/**
 * Numbers in (0, 1) by Park and Miller's multiplicative generator with the multiplier 48271 (CACM 36(7), 1993). It is
 * weaker than `random/stream.ts`, but it fits into three lines that a reader can follow.
 */
function parkMiller(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function cell(range: Range, place: number, digits: number): string {
  const [low, high] = range;
  if (typeof low === 'number' && typeof high === 'number') return (low + (high - low) * place).toFixed(digits);
  return String(range[Math.floor(place * range.length)]);
}

/**
 * The whole table; the same rows every time.
 *
 * Every row has a hidden number between 0 and 1. Each feature mixes 30 % of it with 70 % chance; the label says whether it passes
 * one half, give or take 0.2.
 */
export function heartTable(): HeartRow[] {
  const random = parkMiller(SEED);
  return Array.from({ length: HEART_ROWS }, () => {
    const hidden = random();
    const features = Object.entries(HEART_FEATURES).map(([name, range]) => [
      name,
      cell(range, 0.3 * hidden + 0.7 * random(), name === 'oldpeak' ? 1 : 0),
    ]);
    return {
      ...(Object.fromEntries(features) as Omit<HeartRow, 'status'>),
      status: hidden + 0.4 * random() > 0.7 ? 'sick' : 'buff',
    };
  });
}

/** Names of the numbers a row becomes: two-word columns give one 0/1, `slop` its rank, `cp` and `thal` one 0/1 for every word but the first. */
export const HEART_INPUTS: readonly string[] = Object.entries(HEART_FEATURES).flatMap(([name, range]) =>
  name === 'cp' || name === 'thal' ? range.slice(1).map((word) => `${name}=${word}`) : [name],
);

/**
 * The sixteen numbers of a row, in the order of {@link HEART_INPUTS}: what `case when … else 0` and the type conversion
 * make of it. As there, a word nobody foresaw becomes 0 (−1 in `slop`) without a complaint.
 */
export function encodeHeartRow(row: HeartRow): number[] {
  return HEART_INPUTS.map((input) => {
    const [name = '', word] = input.split('=');
    const text = row[name as HeartColumn];
    if (word !== undefined) return text === word ? 1 : 0;
    const words: readonly (string | number)[] = HEART_FEATURES[name as keyof typeof HEART_FEATURES];
    if (words.length === 2 && typeof words[1] === 'string') return text === words[1] ? 1 : 0;
    return typeof words[0] === 'string' ? words.indexOf(text) : Number(text);
  });
}
