import { useEffect, useMemo, useState } from 'preact/hooks';
import { getJson } from './client';
import type { Query } from './queries';
import type { Reading } from './reading';
import type { Page } from './types';
import { useReading } from './use-reading';

export interface Paged<T> {
  /** Newest first: the polled first page, then the older pages read so far. */
  readonly items: readonly T[];
  readonly reading: Reading<Page<T>>;
  /** Null when there is nothing older. */
  readonly loadOlder: (() => void) | null;
  readonly failed: boolean;
}

interface Older<T> {
  readonly of: string;
  readonly items: readonly T[];
  readonly cursor: string | null;
}

/** A list whose newest page is polled and whose older pages are read once, on request. */
export function usePaged<T>(query: (cursor: string | null) => Query<Page<T>>, idOf: (item: T) => string): Paged<T> {
  const first = query(null);
  const reading = useReading(first);
  const [older, setOlder] = useState<Older<T> | null>(null);
  const [failed, setFailed] = useState(false);
  const mine = older?.of === first.path ? older : null;
  const page = reading.data?.items ?? [];
  useEffect(() => {
    // What slides off the first page stays in the list, once older pages hang below it.
    if (mine !== null && reading.data !== null) setOlder({ ...mine, items: join(page, mine.items, idOf) });
  }, [reading.data]);
  const items = useMemo(() => (mine === null ? page : join(page, mine.items, idOf)), [reading.data, mine]);
  const cursor = mine === null ? (reading.data?.next_cursor ?? null) : mine.cursor;
  const loadOlder = () => {
    getJson<Page<T>>(query(cursor).path)
      .then((next) => {
        setFailed(false);
        setOlder({ of: first.path, items: join(items, next.items, idOf), cursor: next.next_cursor });
      })
      .catch(() => setFailed(true));
  };
  return { items, reading, loadOlder: cursor === null ? null : loadOlder, failed };
}

/** Both lists in order, each id once; the first list's version wins. */
export function join<T>(newer: readonly T[], older: readonly T[], idOf: (item: T) => string): T[] {
  const known = new Set(newer.map(idOf));
  return [...newer, ...older.filter((item) => !known.has(idOf(item)))];
}
