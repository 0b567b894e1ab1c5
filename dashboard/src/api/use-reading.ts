import { useEffect, useState } from 'preact/hooks';
import { Poller } from './poller';
import type { Query } from './queries';
import type { Reading } from './reading';

/** The pollers of this page load; an unused one keeps its last answer, so going back shows it at once, with its age. */
const pollers = new Map<string, Poller<unknown>>();
const MOST_KEPT = 200;

/** Lets a hidden page rest and wakes it when it is shown again. Called once, when the page starts. */
export function watchVisibility(): void {
  document.addEventListener('visibilitychange', () => {
    for (const poller of pollers.values()) poller.visibilityChanged();
  });
}

export function pollerOf<T>(query: Query<T>): Poller<T> {
  const known = pollers.get(query.path);
  if (known !== undefined) return known as Poller<T>;
  const fresh = new Poller<T>(query);
  forgetOldest();
  pollers.set(query.path, fresh as Poller<unknown>);
  return fresh;
}

function forgetOldest(): void {
  if (pollers.size <= MOST_KEPT) return;
  const idle = [...pollers].find(([, poller]) => poller.idle);
  if (idle !== undefined) pollers.delete(idle[0]);
}

/** Keeps `query` read while the component is shown, and draws it again when the answer changes. */
export function useReading<T>(query: Query<T>): Reading<T> {
  const poller = pollerOf(query);
  const [, redraw] = useState(0);
  useEffect(() => poller.subscribe(() => redraw((count) => count + 1)), [poller]);
  return poller.get();
}
