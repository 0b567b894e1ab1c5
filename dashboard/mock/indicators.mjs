import { candles } from './bars.mjs';
import { countBefore, price, qty, time } from './tape.mjs';

const MINUTE = 60_000;
const WINDOWS = [30 * MINUTE, 240 * MINUTE, 1440 * MINUTE];

/** Makes a reader of indicator rows; `row(T)` uses trades before `T` only and remembers its answer. */
export function indicatorsOf(world) {
  const signed = prefix(world.tape, (t) => (t.buy ? t.thousandths : -t.thousandths));
  const size = prefix(world.tape, (t) => t.thousandths);
  const worth = prefix(world.tape, (t) => t.thousandths * t.tenths);
  const atr = atrSeries(world);
  const rows = new Map();
  const over = (sums, from, to) => sums[countBefore(world.tape, to)] - sums[countBefore(world.tape, from)];
  const cvd = (at, length) => over(signed, at - length, at);

  function make(at) {
    const count = countBefore(world.tape, at);
    if (count === 0) return null;
    const slope = (instant) => cvd(instant, WINDOWS[0]) - cvd(instant - MINUTE, WINDOWS[0]);
    const volume = over(size, at - WINDOWS[0], at);
    const buys = world.tape.slice(countBefore(world.tape, at - MINUTE), count);
    const taker = (buy) => buys.reduce((total, t) => total + (t.buy === buy ? t.thousandths : 0), 0);
    const sizes = world.tape.slice(Math.max(0, count - 1500), count).map((t) => t.thousandths).sort((a, b) => a - b);
    const range = atr.filter((point) => point.at <= at);
    const last = range.at(-1)?.value ?? null;
    return {
      at: time(at),
      price: price(world.tape[count - 1].tenths),
      cvd_fast: qty(cvd(at, WINDOWS[0])),
      cvd_mid: qty(cvd(at, WINDOWS[1])),
      cvd_24h: qty(cvd(at, WINDOWS[2])),
      cvd_day: qty(cvd(at, (at - 1) % (1440 * MINUTE))),
      cvd_fast_slope: at - world.firstMs > 75_000 ? qty(slope(at)) : null,
      cvd_accel: at - world.firstMs > 135_000 ? qty(slope(at) - slope(at - MINUTE)) : null,
      vwap_30m: volume === 0 ? null : over(worth, at - WINDOWS[0], at) / volume / 10,
      atr_5m: last,
      atr_percentile: last === null ? null : (100 * range.filter((p) => p.value <= last).length) / range.length,
      p95_qty: qty(sizes[Math.ceil(sizes.length * 0.95) - 1]),
      p99_qty: qty(sizes[Math.ceil(sizes.length * 0.99) - 1]),
      buy_vol_1m: qty(taker(true)),
      sell_vol_1m: qty(taker(false)),
      covered: WINDOWS.filter((length) => covered(world, at - length, at)).length,
    };
  }
  return (at) => {
    if (!rows.has(at)) rows.set(at, make(at));
    return rows.get(at);
  };
}

function covered({ firstMs, hole }, from, to) {
  return from >= firstMs && (hole === null || hole.toMs <= from || hole.fromMs >= to);
}

function prefix(tape, pick) {
  const sums = new Float64Array(tape.length + 1);
  tape.forEach((trade, index) => {
    sums[index + 1] = sums[index] + pick(trade);
  });
  return sums;
}

/** Wilder's ATR(14) of closed 5-minute candles; a short capture brings its own from "before". */
function atrSeries(world) {
  const bars = candles(world, 300_000, world.firstMs, world.lastMs, world.lastMs + 1);
  const points = world.warm ? [{ at: world.firstMs, value: 96.4 }] : [];
  let [atr, before] = [null, null];
  bars.forEach((bar, index) => {
    const [high, low, close] = [Number(bar.high), Number(bar.low), Number(bar.close)];
    const range = before === null ? high - low : Math.max(high - low, Math.abs(high - before), Math.abs(low - before));
    before = close;
    atr = atr === null ? range : (13 * atr + range) / 14;
    if (index >= 13) points.push({ at: Date.parse(bar.start_at) + 300_000, value: atr });
  });
  return points;
}
