import type uPlot from 'uplot';
import { createStore, type Store } from '../state/store';

/** Ten readings a second are as many as an eye can follow. */
const PAUSE_MS = 100;

/** The instant under the pointer in seconds, null when it is elsewhere. */
export type Crosshair = Store<number | null>;

export const createCrosshair = (): Crosshair => createStore<number | null>(null);

/** Tells the store where the pointer is, in this pane or (through uPlot's own sync) in another. */
export function tellCrosshair(store: Crosshair): uPlot.Plugin {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const read = (u: uPlot) => {
    timer = null;
    const left = u.cursor.left ?? -1;
    store.set(left < 0 ? null : u.posToVal(left, 'x'));
  };
  return {
    hooks: {
      setCursor: (u) => {
        timer ??= setTimeout(() => read(u), PAUSE_MS);
      },
      destroy: () => {
        if (timer !== null) clearTimeout(timer);
      },
    },
  };
}

/** The index of the value nearest to `at` in an ascending column; -1 when there is none. */
export function nearest(x: readonly number[], at: number): number {
  let [low, high] = [0, x.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((x[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const [here, before] = [x[low], x[low - 1]];
  if (here === undefined) return -1;
  return before !== undefined && at - before < here - at ? low - 1 : low;
}
