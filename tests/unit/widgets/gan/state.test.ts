import { expect, test } from 'vitest';
import { stream } from '#core/random/stream.ts';
import { DATA_NAMES } from '#widgets/gan/distributions.ts';
import { dab, MAX_SPOTS, refusalOf, type Spot, snap } from '#widgets/gan/drawn.ts';
import { type Move, phasesOf } from '#widgets/gan/moves.ts';
import { hasRoom, lengthOf, MAX_RUNS, MAX_TICKS, moveAt, type Path } from '#widgets/gan/path.ts';
import { LESSONS, PRESETS } from '#widgets/gan/presets.ts';
import { ACTIVATIONS, LOSSES, OPTIMIZERS, RATES, type Training } from '#widgets/gan/settings.ts';
import { decodeHash, encodeHash, type GanAction, type GanState, INITIAL, LAYERS, reduce } from '#widgets/gan/state.ts';
import { STOPS } from '#widgets/gan/stops.ts';

const from = stream('gan-states');
const pick = <Item>(items: readonly Item[]): Item => {
  const item = items[from.below(items.length)];
  if (item === undefined) throw new RangeError('Nothing to pick from.');
  return item;
};

function randomTraining(): Training {
  return {
    loss: pick(LOSSES),
    optimizer: pick(OPTIMIZERS),
    rateD: pick(RATES),
    rateG: pick(RATES),
    stepsD: 1 + from.below(5),
    layersD: 1 + from.below(3),
    widthD: 2 + from.below(23),
    activationD: pick(ACTIVATIONS),
    layersG: 1 + from.below(3),
    widthG: 2 + from.below(23),
    activationG: pick(ACTIVATIONS),
  };
}

function randomSpots(): readonly Spot[] {
  const spots = Array.from({ length: from.below(MAX_SPOTS) }, () =>
    snap((from.below(300) - 150) / 100, (from.below(300) - 150) / 100),
  );
  return [...new Map(spots.map((spot) => [`${spot.x} ${spot.y}`, spot])).values()];
}

function randomState(): GanState {
  let path: Path = [];
  const runs = from.below(MAX_RUNS);
  for (let i = 0; i < runs; i++) {
    const move = pick<Move>(['b', 'd', 'g']);
    if (path.at(-1)?.move !== move) path = [...path, { move, count: 1 + from.below(200) }];
  }
  const spots = randomSpots();
  const at = from.below(lengthOf(path) + 1);
  const phase = pick([null, ...phasesOf(moveAt(path, at))]);
  return {
    seed: from.below(10_000),
    data: pick(DATA_NAMES.filter((name) => name !== 'drawn' || spots.length > 0)),
    spots,
    noise: pick([1, 2] as const),
    a: randomTraining(),
    b: pick([null, randomTraining()]),
    path,
    at,
    phase,
    slow: pick([true, false]),
    layers: LAYERS.filter(() => from.below(2) === 0),
    stop: pick(STOPS),
  };
}

test('200 random states survive the address, which stays under 2,000 characters', () => {
  for (let i = 0; i < 200; i++) {
    const state = randomState();
    const hash = encodeHash(state);
    expect(decodeHash(hash)).toEqual({ state, problems: [] });
    expect(hash.length).toBeLessThan(1900);
  }
  for (const state of [INITIAL, ...Object.values(LESSONS), ...Object.values(PRESETS).map((preset) => preset.state)])
    expect(decodeHash(encodeHash(state))).toEqual({ state, problems: [] });
});

test('what is impossible is reported and replaced', () => {
  const { state, problems } = decodeHash('#v=1&path=b10d5&at=99&data=drawn&in=pull&a=ns&loss=x&spots=zz');
  expect(problems.map(({ key }) => key).sort()).toEqual(['a', 'at', 'data', 'loss', 'spots'].sort());
  expect([state.at, state.data, state.a]).toEqual([15, 'ring', INITIAL.a]);
  expect(decodeHash('#v=1&path=d5&at=2&in=pull').problems).toHaveLength(1);
  expect(decodeHash('#v=1&path=b10b5').problems).toHaveLength(1);
});

const run = (state: GanState, ...actions: readonly GanAction[]): GanState => actions.reduce(reduce, state);
const times = (action: GanAction, n: number): GanAction[] => Array.from({ length: n }, () => action);
const forward: GanAction = { kind: 'step', by: 1 };
const back: GanAction = { kind: 'step', by: -1 };

test('as many steps back undo steps forward, in the slow walk too', () => {
  for (const slow of [false, true]) {
    const start = { ...INITIAL, slow, path: [{ move: 'd' as const, count: 3 }], at: 1 };
    let state = run(start, ...times(forward, 9), ...times(back, 9));
    expect([state.at, state.phase]).toEqual([1, null]);
    state = run(state, ...times(forward, 9), ...times(back, 40));
    expect([state.at, state.phase]).toEqual([0, null]);
  }
});

test('the slow walk stops in a round five times, four for D alone, three for G alone', () => {
  for (const [move, stops] of [
    ['b', 5],
    ['d', 4],
    ['g', 3],
  ] as const) {
    const state = { ...INITIAL, slow: true, path: [{ move, count: 2 }] };
    expect(run(state, ...times(forward, stops)).at).toBe(0);
    expect(run(state, ...times(forward, stops + 1))).toMatchObject({ at: 1, phase: null });
  }
});

test('a move after a step back forgets what lay ahead, and like moves join', () => {
  const played = run(
    INITIAL,
    { kind: 'reach', at: 100 },
    { kind: 'seek', at: 40 },
    { kind: 'move', move: 'd', count: 2 },
  );
  expect([played.path, played.at]).toEqual([
    [
      { move: 'b', count: 40 },
      { move: 'd', count: 2 },
    ],
    42,
  ]);
  expect(run(played, { kind: 'move', move: 'd', count: 1 }).path.at(-1)).toEqual({ move: 'd', count: 3 });
});

test('there is no room beyond the longest path, and the state stays as it is', () => {
  const full = run(INITIAL, { kind: 'reach', at: MAX_TICKS });
  expect(full.at).toBe(MAX_TICKS);
  expect(run(full, forward)).toBe(full);
});

test('a path full of changes takes the same move, no other, and is not played on', () => {
  const moves = Array.from(
    { length: MAX_RUNS },
    (_, i): GanAction => ({ kind: 'move', move: i % 2 === 0 ? 'g' : 'd', count: 1 }),
  );
  const full = run(INITIAL, ...moves);
  expect(full.path).toHaveLength(MAX_RUNS);
  expect([hasRoom(full.path, 'd'), hasRoom(full.path, 'g'), hasRoom(full.path, 'b')]).toEqual([true, false, false]);
  expect(run(full, forward)).toBe(full);
  expect(run(full, { kind: 'reach', at: full.at + 100 })).toBe(full);
  expect(run(full, back, forward)).toEqual(full);
});

test('whatever changes the game starts it anew; reset keeps the seed, a new seed is another', () => {
  const played = run(INITIAL, { kind: 'reach', at: 9 });
  const actions: readonly GanAction[] = [
    { kind: 'reset' },
    { kind: 'new-seed' },
    { kind: 'data', data: 'grid' },
    { kind: 'noise', noise: 1 },
    { kind: 'train', run: 'a', change: { loss: 'gp' } },
    { kind: 'compare', on: true },
    { kind: 'draw', spot: snap(0, 0), erase: false },
    { kind: 'gentler' },
  ];
  for (const action of actions) expect(run(played, action)).toMatchObject({ path: [], at: 0 });
  expect(run(played, { kind: 'reset' }).seed).toBe(played.seed);
  expect(run(played, { kind: 'new-seed' }).seed).toBe(played.seed + 1);
  expect(run(played, { kind: 'layer', layer: 'mesh' }).at).toBe(9);
});

test('what a drawing refuses has its reason, and nothing else has', () => {
  const full = Array.from({ length: MAX_SPOTS }, (_, i) => snap((i % 20) / 10 - 1, Math.floor(i / 20) / 10 - 1));
  const [one = snap(0, 0), two = snap(1, 1)] = full;
  const free = snap(1.4, 1.4);
  for (const [spots, at, erase, reason] of [
    [[], one, false, null],
    [[], one, true, null],
    [[one], one, true, 'tooFew'],
    [[one], two, true, null],
    [[one, two], one, true, null],
    [full, free, false, 'tooMany'],
    [full, one, false, null],
    [full, one, true, null],
  ] as const) {
    expect(refusalOf(spots, at, erase)).toBe(reason);
    if (reason === null) continue;
    const state: GanState = { ...INITIAL, data: 'drawn', spots };
    expect(run(state, { kind: 'draw', spot: at, erase })).toBe(state);
  }
  expect(dab([one, two], one, true)).toEqual([two]);
});

test('a drawing takes points once each, gives them back, and is the data as soon as it has one', () => {
  const drawn = run(INITIAL, ...times({ kind: 'draw', spot: snap(0.2, 0.3), erase: false }, 2));
  expect([drawn.spots.length, drawn.data]).toEqual([1, 'drawn']);
  expect(run(drawn, { kind: 'clear-drawing' })).toMatchObject({ spots: [], data: 'ring' });
  expect(run(drawn, { kind: 'draw', spot: snap(0.2, 0.3), erase: true }).spots).toHaveLength(1);
  expect(run(INITIAL, { kind: 'data', data: 'drawn' })).toBe(INITIAL);
});
