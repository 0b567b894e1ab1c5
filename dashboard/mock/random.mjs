import { createHash } from 'node:crypto';

/** A small seeded generator (mulberry32): the same seed makes the same market. */
export function seeded(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    /** Roughly normal, mean 0, deviation 1. */
    normal: () => next() + next() + next() + next() + next() + next() + next() + next() + next() + next() + next() + next() - 6,
    exponential: (mean) => -mean * Math.log(1 - next()),
  };
}

/** An id as the desk makes them: 64 hex digits derived from what it names. */
export const idOf = (...parts) => createHash('sha256').update(parts.join('|')).digest('hex');
