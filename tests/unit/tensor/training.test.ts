import { expect, test } from 'vitest';
import { hashParameters, type Saved, SeekableTraining, type Trainee } from '#tensor/training.ts';

/** A toy whose state mixes the numbers of its steps, so that a wrong replay shows. */
class Mixer implements Trainee {
  state = Float32Array.of(1, 2);
  steps = 0;
  advance(step: number): void {
    this.steps += 1;
    const [a = 0, b = 0] = this.state;
    this.state = Float32Array.of(Math.sin(a + step), b * 0.99 + a);
  }
  save(): Saved {
    return [this.state.slice()];
  }
  restore([state = new Float32Array()]: Saved): void {
    this.state = state.slice();
  }
}

const run = (work: Iterable<undefined>): number => [...work].length;

test('n steps on and n back give the same bits, from anywhere to anywhere', () => {
  const toy = new Mixer();
  const training = new SeekableTraining(toy, 64);
  const hashes = new Map<number, string>([[0, hashParameters(toy.state)]]);
  for (let step = 1; step <= 300; step++) {
    run(training.goTo(step));
    hashes.set(step, hashParameters(toy.state));
  }
  for (const step of [299, 150, 17, 16, 0, 280, 1]) {
    run(training.goTo(step));
    expect(training.at).toBe(step);
    expect(hashParameters(toy.state)).toBe(hashes.get(step));
  }
});

test('work that is withdrawn stands at a whole step and goes on from there', () => {
  const toy = new Mixer();
  const training = new SeekableTraining(toy);
  const work = training.goTo(100);
  for (let i = 0; i < 30; i++) work.next();
  work.return();
  expect(training.at).toBe(30);
  run(training.goTo(40));
  expect(toy.steps).toBe(40);
});

test('a change at a step sends what lies beyond it back', () => {
  const toy = new Mixer();
  const training = new SeekableTraining(toy);
  run(training.goTo(90));
  training.forgetAfter(50);
  expect(training.at).toBe(48);
  run(training.goTo(51));
  const again = new Mixer();
  run(new SeekableTraining(again).goTo(51));
  expect(hashParameters(toy.state)).toBe(hashParameters(again.state));
});

test('one bit of one parameter changes the hash', () => {
  const hash = hashParameters(Float32Array.of(0, 1));
  expect(hash).toMatch(/^[0-9a-f]{8}$/);
  expect(hashParameters(Float32Array.of(-0, 1))).not.toBe(hash);
});
