/** Pads that show a square of the plane, −half … half each way, and on which a reader points at places. */

/** A place of the plane. */
interface Place {
  readonly x: number;
  readonly y: number;
}

const ARROWS: Readonly<Record<string, Place>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};

/** Where an arrow key leads, a unit each way, y upward; undefined for any other key. */
export function arrowOf(key: string): Place | undefined {
  return ARROWS[key];
}

/** The place under a pointer over a pad. */
export function placeUnder(event: PointerEvent, pad: Element, half: number): Place {
  const box = pad.getBoundingClientRect();
  return {
    x: ((event.clientX - box.left) / box.width) * 2 * half - half,
    y: half - ((event.clientY - box.top) / box.height) * 2 * half,
  };
}
