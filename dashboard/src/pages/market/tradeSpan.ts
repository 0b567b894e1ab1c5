import type { RoundTrip } from '../../api/trading-types';
import type { Span } from '../../chart/viewport';
import { toMs } from '../../format/time';

const LEAST_AIR_S = 90;

/** The stretch that shows one trade from before its entry until after its exit. */
export function tradeSpan(trade: RoundTrip, edge: Span): Span {
  const from = (toMs(trade.opened_at) ?? edge.min * 1000) / 1000;
  const to = (toMs(trade.closed_at) ?? edge.max * 1000) / 1000;
  const air = Math.max(LEAST_AIR_S, (to - from) * 0.6);
  return { min: from - air, max: to + air };
}
