/** Boxes of object detection. */

/** A box by two opposite corners, x0 < x1 and y0 < y1. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Area of a box; 0 for one without width or height. */
export function boxArea({ x0, y0, x1, y1 }: Box): number {
  return Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
}

/** The box two boxes share; its area is 0 when they do not meet. */
export function boxOverlap(a: Box, b: Box): Box {
  return { x0: Math.max(a.x0, b.x0), y0: Math.max(a.y0, b.y0), x1: Math.min(a.x1, b.x1), y1: Math.min(a.y1, b.y1) };
}

/** Intersection over union of two boxes, in [0, 1]; 1 only for equal boxes of positive area. */
export function intersectionOverUnion(a: Box, b: Box): number {
  const shared = boxArea(boxOverlap(a, b));
  return shared / (boxArea(a) + boxArea(b) - shared);
}

/** Intersection over union of [x0, y0, x1, y1] and [x0, y0, x1, y1]. */
export function iou(
  a: readonly [number, number, number, number],
  b: readonly [number, number, number, number],
): number {
  const box = ([x0, y0, x1, y1]: readonly [number, number, number, number]): Box => ({ x0, y0, x1, y1 });
  return intersectionOverUnion(box(a), box(b));
}
