import { idOf } from './random.mjs';
import { price, SYMBOL, time } from './tape.mjs';

const FEE_RATE = 0.0005;

/** An order with its whole future: `viewOrder` shows as much of it as has happened. */
export function makeOrder({ trade, purpose, side, type, thousandths, trigger = null, reduceOnly, createdMs, steps, fill = null }) {
  const intent_id = idOf('intent', trade.signal_id, purpose, createdMs);
  return {
    createdMs,
    base: {
      intent_id,
      client_order_id: `sx${intent_id.slice(0, 24)}`,
      venue: 'BINANCE',
      symbol: SYMBOL,
      account: 'paper-main',
      strategy: trade.strategy,
      purpose,
      side,
      type,
      qty: (thousandths / 1000).toFixed(3),
      trigger_price: trigger === null ? null : price(trigger),
      reduce_only: reduceOnly,
      venue_order_id: String(8_700_000_000 + (createdMs % 100_000_000)),
      created_at: time(createdMs),
      signal_id: trade.signal_id,
      decision_id: trade.decision_id,
      trade_id: trade.trade_id,
    },
    steps,
    fill: fill === null ? null : { ...fill, thousandths },
  };
}

export function viewOrder(order, nowMs, whole) {
  const trail = order.steps.filter((step) => step.atMs <= nowMs);
  const last = trail.at(-1);
  const state = last?.to ?? 'NEW';
  const filled = order.fill !== null && order.fill.atMs <= nowMs;
  const view = {
    ...order.base,
    state,
    public_state: ['SENDING', 'OPEN', 'UNKNOWN', 'QUARANTINED'].includes(state) ? 'SUBMITTED' : state,
    detail: DETAILS[state] ?? null,
    reason: last?.reason ?? null,
    filled_qty: filled ? order.base.qty : '0.000',
    average_price: filled ? price(order.fill.tenths) : null,
    venue_order_id: trail.some((step) => step.to === 'OPEN' || step.to === 'FILLED') ? order.base.venue_order_id : null,
    updated_at: time(last?.atMs ?? order.createdMs),
  };
  return whole ? { ...view, trail: trail.map(stepView), fills: filled ? [fillView(order)] : [] } : view;
}

const DETAILS = {
  SENDING: 'waiting for the venue',
  OPEN: 'resting at the venue',
  UNKNOWN: 'no clear answer: being looked up',
};

function stepView({ atMs, reason, ...step }, index) {
  return { sequence: index + 1, ...step, at: time(atMs) };
}

function fillView({ base, fill }) {
  return {
    venue_trade_id: String(fill.id),
    at: time(fill.atMs),
    price: price(fill.tenths),
    qty: base.qty,
    fee: feeOf(fill.tenths, fill.thousandths).toFixed(4),
    fee_asset: 'USDT',
    maker: false,
  };
}

/** In USDT. */
export const feeOf = (tenths, thousandths) => ((tenths * thousandths) / 10_000) * FEE_RATE;

export function step(atMs, event, from, to, source, text, reason = null) {
  return { atMs, event, from, to, source, text, reason };
}
