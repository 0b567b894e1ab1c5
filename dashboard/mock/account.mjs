import { feeOf } from './orders.mjs';
import { pnlOf, RISK_USD } from './trading.mjs';
import { countBefore, price, qty, SYMBOL, time } from './tape.mjs';

const START = 10_000;

const money = (value, digits = 4) => value.toFixed(digits);

/** One trade as it stood at `nowMs`: what is realised, what is open, what it cost. */
function standing(t, nowMs) {
  const half = t.tp1 !== null && t.tp1.ms <= nowMs;
  const closed = t.closedMs !== null && t.closedMs <= nowMs;
  const rest = t.thousandths - (half ? t.half : 0);
  const parts = [...(half ? [[t.tp1.tenths, t.half]] : []), ...(closed ? [[t.exit.tenths, rest]] : [])];
  const fees = feeOf(t.entry.tenths, t.thousandths) + parts.reduce((sum, [tenths, size]) => sum + feeOf(tenths, size), 0);
  const gross = parts.reduce((sum, [tenths, size]) => sum + pnlOf(t, tenths, size), 0);
  return { half, closed, open: closed ? 0 : rest, fees, realised: gross - fees };
}

export function tradeView(t, nowMs) {
  const s = standing(t, nowMs);
  const sign = t.direction === 'LONG' ? 1 : -1;
  return {
    trade_id: t.trade_id,
    strategy: t.strategy,
    symbol: SYMBOL,
    direction: t.direction,
    tier: t.score >= 85 ? 'standard' : 'light',
    score: t.score,
    status: s.closed ? t.reason : s.half ? 'tp1' : 'active',
    opened_at: time(t.openedMs),
    closed_at: s.closed ? time(t.closedMs) : null,
    entry_price: price(t.entry.tenths),
    exit_price: s.closed ? price(t.exit.tenths) : null,
    qty: qty(t.thousandths),
    sl_price: price(t.sl),
    tp1_price: price(t.tp1Level),
    tp2_price: price(t.tp2),
    tp1_hit: s.half,
    pnl: money(s.realised),
    pnl_r: (s.realised / RISK_USD).toFixed(4),
    fees: money(s.fees),
    atr_at_entry: (t.atr / 10).toFixed(1),
    risk_usd: RISK_USD.toFixed(2),
    slippage_bps: ((sign * (t.entry.tenths - t.decisionTenths) * 10_000) / t.decisionTenths).toFixed(3),
    signal_to_order_ms: 118 + (t.openedMs % 40),
    order_to_fill_ms: t.openedMs - t.sentMs,
    protection_gap_ms: 140 + (t.openedMs % 60),
    decision_id: t.decision_id,
    exit_reason: s.closed ? t.reason : null,
  };
}

export function positionsAt(world, nowMs) {
  const last = lastPrice(world, nowMs);
  return world.trades
    .filter((t) => t.openedMs <= nowMs)
    .map((t) => ({ t, s: standing(t, nowMs) }))
    .filter(({ s }) => s.open > 0)
    .map(({ t, s }) => ({
      symbol: SYMBOL,
      direction: t.direction,
      qty: qty(s.open),
      entry_price: price(t.entry.tenths),
      mark_price: price(last),
      notional: money((last * s.open) / 10_000, 2),
      unrealised_pnl: money(pnlOf(t, last, s.open)),
      realised_pnl: money(s.realised),
      fees: money(s.fees),
      stop_price: price(t.sl),
      take_profit_prices: [price(t.tp1Level), price(t.tp2)],
      strategy: t.strategy,
      opened_at: time(t.openedMs),
      protected: nowMs >= t.openedMs + 140,
    }));
}

export function pnlAt(world, nowMs, stepMs) {
  const totals = (at) => {
    const last = lastPrice(world, at);
    const all = world.trades.filter((t) => t.openedMs <= at).map((t) => ({ t, s: standing(t, at) }));
    const realised = all.reduce((sum, { s }) => sum + s.realised, 0);
    const unrealised = all.reduce((sum, { t, s }) => sum + (s.open > 0 ? pnlOf(t, last, s.open) : 0), 0);
    return { all, realised, unrealised, equity: START + realised + unrealised };
  };
  const curve = [];
  for (let at = world.firstMs; at < nowMs; at += stepMs) curve.push({ at: time(at), equity: money(totals(at).equity, 2), paid_in: money(START, 2) });
  const { all, realised, unrealised, equity } = totals(nowMs);
  const closed = all.filter(({ s }) => s.closed);
  return {
    currency: 'USDT',
    start_balance: money(START, 2),
    balance: money(START + realised),
    equity: money(equity),
    realised_pnl: money(realised),
    unrealised_pnl: money(unrealised),
    fees: money(all.reduce((sum, { s }) => sum + s.fees, 0)),
    funding: '0',
    transfers: '0',
    open_risk: money((all.length - closed.length) * RISK_USD, 2),
    trades: closed.length,
    wins: closed.filter(({ s }) => s.realised > 0).length,
    losses: closed.filter(({ s }) => s.realised <= 0).length,
    pnl_r: (realised / RISK_USD).toFixed(4),
    equity_curve: [...curve, { at: time(nowMs), equity: money(equity, 2), paid_in: money(START, 2) }],
    as_of: time(nowMs),
  };
}

export function lastPrice({ tape }, nowMs) {
  return tape[Math.max(0, countBefore(tape, nowMs + 1) - 1)].tenths;
}
