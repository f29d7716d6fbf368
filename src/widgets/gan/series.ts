/** Most intervals of a chart. */
const INTERVALS = 128;

/** Ticks between two readings of a chart that ends at a tick: a power of two, so that finer charts hold coarser ones. */
export function strideAt(tick: number): number {
  let stride = 1;
  while (tick / stride > INTERVALS) stride *= 2;
  return stride;
}

/** Whether a tick is measured on the way: every chart that will end later has its readings then. */
export function isRecorded(tick: number): boolean {
  return tick % strideAt(tick) === 0;
}

/** The ticks of a chart that ends at `tick`, itself included. */
export function ticksUpTo(tick: number): readonly number[] {
  const stride = strideAt(tick);
  const ticks = Array.from({ length: Math.floor(tick / stride) + 1 }, (_, i) => i * stride);
  return tick % stride === 0 ? ticks : [...ticks, tick];
}

/** Up to eight recorded ticks for the timeline, evenly apart, 0 first. */
export function snapshotTicks(tick: number): readonly number[] {
  const stride = strideAt(tick);
  const last = Math.floor(tick / stride);
  const count = Math.min(8, last + 1);
  return Array.from({ length: count }, (_, i) => (count === 1 ? 0 : Math.round((last * i) / (count - 1)) * stride));
}
