import type { DecayPoint } from '../../api/opportunity-types';

/** Places in the chart of a decay: time rises by equal factors, from the first sight at the left edge. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const FIRST_MS = 25;
const LAST_MS = 5_000;

export function xOf(offsetMs: number, { left, right }: Frame): number {
  const share = Math.log(Math.max(FIRST_MS, offsetMs) / FIRST_MS) / Math.log(LAST_MS / FIRST_MS);
  return left + Math.min(1, share) * (right - left);
}

/** A share from 0 to 1; what grew beyond 1 stays at the top. */
export function yOf(share: number, { top, bottom }: Frame): number {
  return bottom - Math.min(1, Math.max(0, share)) * (bottom - top);
}

const at = (x: number, y: number) => `${x.toFixed(1)},${y.toFixed(1)}`;

/** The mean share that is left, as a line from 1 at the first sight. */
export function meanLine(decay: readonly DecayPoint[], frame: Frame): string {
  return [at(frame.left, frame.top), ...decay.map((point) => at(xOf(point.offset_ms, frame), yOf(point.mean_share, frame)))].join(' ');
}

/**
 * The share that is still profitable, as steps downwards: between two offsets it counts as the later one, and it never
 * rises, though some come back.
 */
export function captureSteps(decay: readonly DecayPoint[], frame: Frame): string {
  const points = [at(frame.left, frame.top)];
  let x = frame.left;
  let least = 1;
  for (const point of decay) {
    least = Math.min(least, point.opportunities === 0 ? 0 : point.profitable / point.opportunities);
    points.push(at(x, yOf(least, frame)));
    x = xOf(point.offset_ms, frame);
    points.push(at(x, yOf(least, frame)));
  }
  return points.join(' ');
}
