import { viewOrder } from './orders.mjs';
import { time } from './tape.mjs';

/** The answer of `/decisions/{id}/explain`. */
export function explain(world, nowMs, decision, signalView) {
  const signal = world.signals.find((candidate) => candidate.decision.decision_id === decision.decision_id);
  const orders = world.orders.filter((order) => order.base.decision_id === decision.decision_id && order.createdMs <= nowMs);
  return {
    text: [
      `${decision.strategy} looked at ${decision.symbol} when the 15 s from ${decision.bucket_start} were over (120 trades, complete), at a price of ${decision.price}.`,
      `${decision.direction ?? 'Nothing'} scored ${decision.score} (long ${decision.long_score}, short ${decision.short_score}) and it was ${decision.taken ? '' : 'not '}taken: ${decision.gate.text}.`,
    ],
    decision,
    bucket: { start_at: decision.bucket_start, first_agg_id: 1, last_agg_id: 120, trades: 120, complete: true, closed_by: 'trade', content_hash: decision.decision_id },
    readings: decision.factors.filter((factor) => factor.input_id !== null).map((factor) => reading(decision, factor)),
    signal: signal === undefined ? null : signalView(signal, nowMs),
    orders: orders.map((order) => viewOrder(order, nowMs, false)),
    trade: null,
    as_of: time(nowMs),
  };
}

function reading(decision, factor) {
  return { factor: factor.name, input_id: factor.input_id, observed_at: decision.bucket_start, known_at: decision.bucket_start, age_ms: factor.input_age_ms, value: { reading: factor.input }, synthetic: true };
}
