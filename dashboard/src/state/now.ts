import { useEffect, useState } from 'preact/hooks';
import { createStore, useStore } from './store';

/** This browser's clock, once a second while the page is visible; for ages only. */
const now = createStore(Date.now());

export function startClock(): void {
  setInterval(() => {
    if (document.visibilityState === 'visible') now.set(Date.now());
  }, 1_000);
}

export function useNow(): number {
  return useStore(now);
}

/** A verdict on the present time that redraws only when it changes, not every second. */
export function useVerdict<T extends string | boolean>(judge: (nowMs: number) => T): T {
  const [, redraw] = useState(0);
  const verdict = judge(Date.now());
  useEffect(() => now.subscribe(() => judge(now.get()) !== verdict && redraw((n) => n + 1)));
  return verdict;
}
