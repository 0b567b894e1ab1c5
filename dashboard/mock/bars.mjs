import { countBefore, price, qty, time } from './tape.mjs';

export const STEPS_MS = { '15s': 15_000, '1m': 60_000, '5m': 300_000 };

/** Candles of one width between two instants, as known at `nowMs`; a bucket without a trade is left out. */
export function candles(world, stepMs, fromMs, toMs, nowMs) {
  const answer = [];
  const first = Math.floor(Math.max(fromMs, world.firstMs) / stepMs) * stepMs;
  for (let start = first; start <= Math.min(toMs, nowMs); start += stepMs) {
    const candle = candleAt(world, start, stepMs, nowMs);
    if (candle !== null) answer.push(candle);
  }
  return answer;
}

const cache = new WeakMap();

function candleAt(world, start, stepMs, nowMs) {
  const closed = start + stepMs <= nowMs;
  const known = cache.get(world) ?? new Map();
  cache.set(world, known);
  const key = `${stepMs} ${start}`;
  if (closed && known.has(key)) return known.get(key);
  const candle = fold(world, start, stepMs, nowMs);
  if (closed) known.set(key, candle);
  return candle;
}

function fold({ tape, firstMs, hole }, start, stepMs, nowMs) {
  const [from, to] = [countBefore(tape, start), countBefore(tape, Math.min(start + stepMs, nowMs + 1))];
  if (from === to) return null;
  const part = tape.slice(from, to);
  const sum = (buy) => part.reduce((total, t) => total + (t.buy === buy ? t.thousandths : 0), 0);
  const holed = hole !== null && hole.fromMs < start + stepMs && hole.toMs > start;
  return {
    start_at: time(start),
    open: price(part[0].tenths),
    high: price(part.reduce((most, t) => Math.max(most, t.tenths), -Infinity)),
    low: price(part.reduce((least, t) => Math.min(least, t.tenths), Infinity)),
    close: price(part.at(-1).tenths),
    buy_volume: qty(sum(true)),
    sell_volume: qty(sum(false)),
    trades: part.length,
    complete: start + stepMs <= nowMs && start >= firstMs && !holed,
  };
}
