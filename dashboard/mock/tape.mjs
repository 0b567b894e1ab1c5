import { seeded } from './random.mjs';

export const SYMBOL = 'BTCUSDT';
const FIRST_ID = 2_371_900_001;

/**
 * A made-up tape. Prices are whole tenths and quantities whole thousandths, so that sums are exact.
 * `hole` is a stretch whose trades never arrive.
 */
export function makeTape({ seed, firstMs, lastMs, hole }) {
  const random = seeded(seed);
  const trades = [];
  let [at, tenths, drift, agg, nextRegime] = [firstMs, 617_000, 0, FIRST_ID, firstMs];
  while (at <= lastMs) {
    if (at >= nextRegime) {
      drift = random.normal() * 0.16;
      nextRegime = at + 60_000 + random.exponential(240_000);
    }
    tenths += Math.round(drift * 2 + random.normal() * 11);
    const buy = random.next() < 0.5 + Math.tanh(drift * 3) * 0.28;
    const size = Math.max(1, Math.round(random.exponential(random.next() < 0.02 ? 900 : 45)));
    const trade = { id: agg, ms: at, tenths: tenths + (buy ? 1 : 0), thousandths: size, buy };
    agg += 1;
    if (hole === null || at < hole.fromMs || at >= hole.toMs) trades.push(trade);
    at += Math.max(1, Math.round(random.exponential(240)));
  }
  return trades;
}

/** How many trades lie before an instant. */
export function countBefore(trades, ms) {
  let [low, high] = [0, trades.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (trades[middle].ms < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const price = (tenths) => (tenths / 10).toFixed(1);
export const qty = (thousandths) => (thousandths / 1000).toFixed(3);
export const time = (ms) => new Date(ms).toISOString();
