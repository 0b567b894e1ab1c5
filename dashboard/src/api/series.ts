import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { getJson } from './client';
import type { Query } from './queries';
import type { Reading } from './reading';
import type { Page } from './types';
import { useReading } from './use-reading';

const MOST = 500;
const RECENT = 12;
const WHOLE_EVERY_MS = 30_000;

type Params = { from?: string; to?: string; limit: number };

export interface Series<T> {
  /** Oldest first, each instant once. */
  readonly items: readonly T[];
  /** The reading of the newest part, for freshness and failures. */
  readonly reading: Reading<Page<T>>;
  /** Reads the stretch before the first item, if there is one and none is being read. */
  readonly loadOlder: () => void;
}

/**
 * A time series: its newest few rows every 2 s, the last 500 every 30 s (which also brings rows that were healed
 * later), and older stretches when asked for.
 */
export function useSeries<T>(
  query: (params: Params) => Query<Page<T>>,
  identity: string,
  timeOf: (item: T) => string,
  stepMs: number,
): Series<T> {
  const recent = useReading(query({ limit: RECENT }));
  const whole = useReading({ ...query({ limit: MOST }), everyMs: WHOLE_EVERY_MS });
  const [older, setOlder] = useState<{ of: string; items: readonly T[] }>({ of: identity, items: [] });
  const reading = useRef<string | null>(null);
  const exhausted = useRef<string | null>(null);
  useEffect(() => {
    reading.current = null;
    exhausted.current = null;
    setOlder({ of: identity, items: [] });
  }, [identity]);
  const items = useMemo(
    () => merge([older.of === identity ? older.items : [], whole.data?.items ?? [], recent.data?.items ?? []], timeOf),
    [identity, older, whole.data, recent.data],
  );
  const loadOlder = () => {
    const first = items[0];
    if (first === undefined || reading.current !== null || exhausted.current === identity) return;
    reading.current = identity;
    const before = Date.parse(timeOf(first));
    const params = { from: new Date(before - MOST * stepMs).toISOString(), to: timeOf(first), limit: MOST };
    getJson<Page<T>>(query(params).path)
      .then((page) => {
        if (reading.current !== identity) return;
        if (!page.items.some((item) => Date.parse(timeOf(item)) < before)) exhausted.current = identity;
        setOlder((now) => ({ of: identity, items: merge([page.items, now.items], timeOf) }));
      })
      .catch(() => {
        // The next gesture asks again; the panel already says when the API is away.
      })
      .finally(() => {
        if (reading.current === identity) reading.current = null;
      });
  };
  return { items, reading: recent, loadOlder };
}

/** Joins parts by instant; later parts win. What lies beyond the newest of the last part belongs to an earlier replay. */
export function merge<T>(parts: readonly (readonly T[])[], timeOf: (item: T) => string): T[] {
  const byTime = new Map<number, T>();
  for (const item of parts.flat()) byTime.set(Date.parse(timeOf(item)), item);
  const newest = parts.at(-1)?.at(-1);
  const end = newest === undefined ? Infinity : Date.parse(timeOf(newest));
  return [...byTime].filter(([at]) => at <= end).sort(([a], [b]) => a - b).map(([, item]) => item);
}
