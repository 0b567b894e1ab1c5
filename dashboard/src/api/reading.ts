import type { ApiFailure } from './client';

/** The last known answer of one path and how good it still is. Data stays when a later read fails. */
export interface Reading<T> {
  readonly data: T | null;
  /** The desk's own "as of" of `data`. */
  readonly asOf: string | null;
  /** This browser's clock when `data` arrived; ages are measured with it, since replayed market time is years old. */
  readonly receivedAtMs: number | null;
  readonly failure: ApiFailure | null;
  readonly staleAfterMs: number;
}

export const NOTHING_YET: Reading<never> = {
  data: null,
  asOf: null,
  receivedAtMs: null,
  failure: null,
  staleAfterMs: 5_000,
};

export function ageMs(reading: Reading<unknown>, nowMs: number): number | null {
  return reading.receivedAtMs === null ? null : Math.max(0, nowMs - reading.receivedAtMs);
}

export function isStale(reading: Reading<unknown>, nowMs: number): boolean {
  const age = ageMs(reading, nowMs);
  return age !== null && age > reading.staleAfterMs;
}

/** A view on part of a reading, with the same age and failure. */
export function mapReading<T, U>(reading: Reading<T>, part: (data: T) => U): Reading<U> {
  return { ...reading, data: reading.data === null ? null : part(reading.data) };
}

export function asOfOf(data: unknown): string | null {
  const value = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)['as_of'] : null;
  return typeof value === 'string' ? value : null;
}
