import { idOf } from './random.mjs';
import { STRATEGIES } from './strategies.mjs';
import { SYMBOL, time } from './tape.mjs';

const STEP_MS = 15_000;

/** Every decision of the whole capture, oldest first. */
export function decide(world, row) {
  const decisions = [];
  const first = Math.ceil((world.firstMs + 1) / STEP_MS) * STEP_MS;
  for (const strategy of STRATEGIES) {
    const lastFired = { LONG: -Infinity, SHORT: -Infinity };
    for (let at = first; at <= world.lastMs; at += STEP_MS) {
      const indicators = row(at);
      if (indicators !== null) decisions.push(decision(strategy, at, indicators, lastFired));
    }
  }
  return decisions.sort((a, b) => a.atMs - b.atMs);
}

function decision(strategy, at, row, lastFired) {
  const [long, short] = [side(strategy, row, 1), side(strategy, row, -1)];
  const best = short.score > long.score ? short : long;
  const direction = long.score === short.score ? null : best === long ? 'LONG' : 'SHORT';
  const gate = gateOf(strategy, at, row, best.score, direction, lastFired);
  const taken = gate.code === 'fired';
  if (taken) lastFired[direction] = at;
  const { at: _, covered, ...values } = row;
  const decision_id = idOf('decision', strategy.name, at);
  return {
    atMs: at + 40 + (at / STEP_MS) % 60,
    decision_id,
    strategy: strategy.name,
    strategy_version: strategy.version,
    symbol: SYMBOL,
    bucket_start: time(at - STEP_MS),
    decided_at: time(at + 40 + ((at / STEP_MS) % 60)),
    price: row.price,
    score: best.score,
    threshold: strategy.threshold,
    long_score: long.score,
    short_score: short.score,
    direction,
    taken,
    gate,
    factors: best.factors,
    indicators: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === null ? null : String(value)])),
    covered,
    signal_id: taken ? idOf('signal', decision_id) : null,
  };
}

function side(strategy, row, sign) {
  const factors = strategy.factors.map((factor) => {
    const value = factor.strength(row, sign);
    return {
      name: factor.name,
      category: factor.category,
      weight: factor.weight,
      points: value === null ? 0 : Math.round(value * factor.weight * 10) / 10,
      value: value === null ? null : Math.round(value * 1000) / 1000,
      input: factor.input(row),
      input_id: value === null || factor.category === 'direction' ? null : idOf('input', factor.name, row.at),
      input_age_ms: value === null ? null : factor.category === 'environment' ? 15_000 : 0,
      missing: value === null,
    };
  });
  return { factors, score: Math.floor(factors.reduce((total, factor) => total + factor.points, 0)) };
}

function gateOf(strategy, at, row, score, direction, lastFired) {
  const { threshold } = strategy;
  if (direction === null) return { code: 'directions_tied', text: `LONG and SHORT both score ${score}`, missing_points: null };
  if (score < threshold) {
    return { code: 'score_below_threshold', text: `score ${score} of ${threshold}: needed +${threshold - score}`, missing_points: threshold - score };
  }
  if (row.covered < strategy.needs) return { code: 'window_not_covered', text: `a window has a gap or is too young: ${row.covered} of 3 covered`, missing_points: 0 };
  if (row.atr_5m === null) return { code: 'atr_not_ready', text: 'no ATR yet: 14 candles of 5 minutes must close', missing_points: 0 };
  const wait = lastFired[direction] + strategy.cooldownMs - at;
  if (wait > 0) return { code: 'cooldown', text: `cooldown of ${direction}: ${Math.round(wait / 1000)} s left`, missing_points: 0 };
  return { code: 'fired', text: `score ${score} of ${threshold}: fired ${direction}`, missing_points: 0 };
}
