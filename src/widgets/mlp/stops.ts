import type { Reading } from './run-frame.ts';
import type { Stop } from './state.ts';

/** Whether a condition that ends play has become true with an epoch: it is now and was not at the epoch before. */
export function isMet(stop: Stop, now: Reading | null, before: Reading | null): boolean {
  return now !== null && holds(stop, now) && !(before !== null && holds(stop, before) && !stop.startsWith('e'));
}

function holds(stop: Stop, { epoch, trainAccuracy, trainLoss, testLoss }: Reading): boolean {
  switch (stop) {
    case 'never':
      return false;
    case 'acc98':
      return trainAccuracy >= 0.98;
    case 'acc100':
      return trainAccuracy === 1;
    case 'loss05':
      return trainLoss <= 0.05;
    case 'loss01':
      return trainLoss <= 0.01;
    case 'overfit':
      return testLoss !== null && epoch >= 20 && testLoss > 1.5 * trainLoss && testLoss > 0.05;
    case 'e100':
      return epoch % 100 === 0;
    case 'e500':
      return epoch % 500 === 0;
  }
}
