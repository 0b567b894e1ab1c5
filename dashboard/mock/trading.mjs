import { makeOrder, step } from './orders.mjs';
import { idOf } from './random.mjs';
import { countBefore } from './tape.mjs';

const RISK_USD = 50;
const HOLD_MS = 30 * 60_000;

/** Trades and orders that the fired decisions lead to, over the whole capture. */
export function trade(world, decisions) {
  const book = { trades: [], orders: [], signals: [] };
  let busyUntil = -Infinity;
  for (const decision of decisions.filter((d) => d.taken)) {
    const refused = decision.atMs < busyUntil;
    const opened = refused ? refuse(decision) : open(world, decision, book.trades.length);
    if (opened.trade !== undefined) {
      book.trades.push(opened.trade);
      busyUntil = opened.trade.closedMs ?? Infinity;
    }
    book.orders.push(...opened.orders);
    book.signals.push(signal(decision, refused, opened.orders[0].base.intent_id));
  }
  return book;
}

function open(world, decision, number) {
  const long = decision.direction === 'LONG';
  const sign = long ? 1 : -1;
  const atr = Math.round(Number(decision.indicators.atr_5m) * 10);
  const thousandths = Math.max(1, Math.floor((RISK_USD / (1.4 * atr * 0.1)) * 1000));
  const sentMs = decision.atMs + 120 + (number % 5) * 23;
  const entry = world.tape[Math.min(world.tape.length - 1, countBefore(world.tape, sentMs + 45))];
  const level = (multiple) => entry.tenths + Math.round(sign * multiple * atr);
  const t = {
    trade_id: idOf('trade', decision.decision_id),
    signal_id: decision.signal_id,
    decision_id: decision.decision_id,
    strategy: decision.strategy,
    direction: decision.direction,
    score: decision.score,
    thousandths,
    entry,
    sl: level(-1.4),
    tp1Level: level(1.05),
    tp2: level(2.1),
    atr,
    sentMs,
    openedMs: entry.ms,
    decisionTenths: Math.round(Number(decision.price) * 10),
  };
  const exits = walk(world, t, sign);
  return { trade: { ...t, ...exits }, orders: ordersOf({ ...t, ...exits }, long, number) };
}

/** Follows the tape from the entry to the stop, both targets or the hold limit; half is closed at TP1. */
function walk(world, t, sign) {
  const half = Math.floor(t.thousandths / 2);
  let tp1 = null;
  for (let i = countBefore(world.tape, t.openedMs + 1); i < world.tape.length; i++) {
    const now = world.tape[i];
    const reached = (level) => sign * (now.tenths - level) >= 0;
    if (tp1 === null && half > 0 && reached(t.tp1Level)) tp1 = now;
    const reason = !reached(t.sl) ? 'sl' : reached(t.tp2) ? 'tp2' : now.ms - t.openedMs > HOLD_MS ? 'timeout' : null;
    if (reason !== null) return { tp1, half, exit: now, reason, closedMs: now.ms };
  }
  return { tp1, half, exit: null, reason: null, closedMs: null };
}

function ordersOf(t, long, number) {
  const [way, back] = long ? ['BUY', 'SELL'] : ['SELL', 'BUY'];
  const rest = t.thousandths - (t.tp1 === null ? 0 : t.half);
  const protect = (purpose, type, trigger, thousandths, hit) =>
    makeOrder({ trade: t, purpose, side: back, type, thousandths, trigger, reduceOnly: true, createdMs: t.openedMs + 30, steps: resting(t, trigger, hit), fill: hit && fillOf(hit) });
  const orders = [
    makeOrder({ trade: t, purpose: 'ENTRY', side: way, type: 'MARKET', thousandths: t.thousandths, reduceOnly: false, createdMs: t.sentMs - 80, steps: entrySteps(t, number), fill: fillOf(t.entry) }),
    protect('STOP', 'STOP_MARKET', t.sl, rest, t.reason === 'sl' ? t.exit : null),
    protect('TAKE_PROFIT_1', 'TAKE_PROFIT_MARKET', t.tp1Level, t.half, t.tp1),
    protect('TAKE_PROFIT_2', 'TAKE_PROFIT_MARKET', t.tp2, t.thousandths - t.half, t.reason === 'tp2' ? t.exit : null),
  ];
  if (t.reason !== 'timeout') return orders;
  const steps = sent(t.closedMs - 210, 'reconciler: hold limit of 30 min').concat(step(t.closedMs, 'filled', 'SENDING', 'FILLED', 'order-placer', 'filled at market'));
  return [...orders, makeOrder({ trade: t, purpose: 'CLOSE', side: back, type: 'MARKET', thousandths: rest, reduceOnly: true, createdMs: t.closedMs - 210, steps, fill: fillOf(t.exit) })];
}

const fillOf = (trade) => ({ atMs: trade.ms, tenths: trade.tenths, id: trade.id });

function sent(atMs, why) {
  return [
    step(atMs, 'reserved', 'NEW', 'APPROVED', 'risk-check', why),
    step(atMs + 60, 'claimed', 'APPROVED', 'SENDING', 'order-placer', 'claim taken, sent once'),
  ];
}

function entrySteps(t, number) {
  const begun = sent(t.sentMs - 80, `risk of ${RISK_USD} USDT reserved, 1 of 3 positions`);
  if (number % 4 !== 2) return [...begun, step(t.openedMs, 'filled', 'SENDING', 'FILLED', 'order-placer', 'the venue answered FILLED')];
  return [
    ...begun,
    step(t.openedMs + 950, 'send_unclear', 'SENDING', 'UNKNOWN', 'order-placer', 'no answer within 1 s; it is never sent again'),
    step(t.openedMs + 2150, 'found', 'UNKNOWN', 'FILLED', 'reconciler', 'found at the venue by client order id, filled'),
  ];
}

function resting(t, trigger, hit) {
  const steps = [
    step(t.openedMs + 30, 'reserved', 'NEW', 'APPROVED', 'order-placer', 'protective: risk never blocks it'),
    step(t.openedMs + 55, 'claimed', 'APPROVED', 'SENDING', 'order-placer', 'claim taken, sent once'),
    step(t.openedMs + 140, 'acknowledged', 'SENDING', 'OPEN', 'order-placer', `rests at the venue, trigger ${(trigger / 10).toFixed(1)}`),
  ];
  if (hit !== null) return [...steps, step(hit.ms, 'filled', 'OPEN', 'FILLED', 'order-placer', 'triggered and filled')];
  if (t.closedMs === null) return steps;
  return [
    ...steps,
    step(t.closedMs + 40, 'cancel_asked', 'OPEN', 'OPEN', 'order-placer', 'the position is closed'),
    step(t.closedMs + 130, 'canceled', 'OPEN', 'CANCELED', 'order-placer', 'the venue confirmed'),
  ];
}

function refuse(decision) {
  const long = decision.direction === 'LONG';
  const ids = { signal_id: decision.signal_id, decision_id: decision.decision_id, trade_id: null, strategy: decision.strategy };
  const at = decision.atMs + 35;
  const steps = [step(at, 'refused', 'NEW', 'RISK_REJECTED', 'risk-check', 'a position of BTCUSDT is already open', 'max_positions_per_symbol: 1 of 1 used')];
  return { orders: [makeOrder({ trade: ids, purpose: 'ENTRY', side: long ? 'BUY' : 'SELL', type: 'MARKET', thousandths: 100, reduceOnly: false, createdMs: at, steps })] };
}

function signal(decision, refused, intent_id) {
  return { atMs: decision.atMs + 5, refused, intent_id, decision, tier: decision.score >= 95 ? 'heavy' : decision.score >= 85 ? 'standard' : 'light' };
}

/** In USDT, of a closed part. */
export function pnlOf(t, exitTenths, thousandths) {
  const sign = t.direction === 'LONG' ? 1 : -1;
  return (sign * (exitTenths - t.entry.tenths) * thousandths) / 10_000;
}

export { RISK_USD };
