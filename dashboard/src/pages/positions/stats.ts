import type { Pnl, RoundTrip } from '../../api/trading-types';
import { sum } from '../../format/decimal';
import { toMs } from '../../format/time';

/** What closed trades say about themselves. Null where there are too few to say it. */
export interface Stats {
  readonly closed: number;
  readonly wins: number;
  readonly winRate: Interval | null;
  readonly netPnl: string | null;
  readonly fees: string | null;
  readonly meanR: Interval | null;
  readonly profitFactor: number | null;
  readonly slippageBps: number | null;
  readonly byExit: readonly ExitGroup[];
  /** R of each closed trade, oldest first. */
  readonly rs: readonly number[];
}

/** A value and its 95 % confidence interval. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ExitGroup {
  readonly reason: string;
  readonly trades: number;
  readonly r: number;
  readonly pnl: string | null;
}

/** Below this an average says more about luck than about the strategy. */
export const FEWEST = 10;
const Z95 = 1.96;

export function stats(trades: readonly RoundTrip[]): Stats {
  const closed = trades.filter((trade) => trade.closed_at !== null).sort((a, b) => (toMs(a.closed_at) ?? 0) - (toMs(b.closed_at) ?? 0));
  const wins = closed.filter((trade) => Number(trade.pnl) > 0);
  const rs = closed.filter((trade) => trade.pnl_r !== null).map((trade) => Number(trade.pnl_r));
  const slips = closed.filter((trade) => trade.slippage_bps !== null).map((trade) => Number(trade.slippage_bps));
  return {
    closed: closed.length,
    wins: wins.length,
    winRate: wilson(wins.length, closed.length),
    netPnl: sum(closed.map((trade) => trade.pnl)),
    fees: sum(closed.map((trade) => trade.fees)),
    meanR: meanInterval(rs),
    profitFactor: closed.length < FEWEST ? null : profitFactor(closed),
    slippageBps: slips.length === 0 ? null : mean(slips),
    byExit: exitGroups(closed),
    rs,
  };
}

/** Wilson's interval for a share, in per cent: it stays honest for few trades. */
export function wilson(hits: number, of: number): Interval | null {
  if (of === 0) return null;
  const p = hits / of;
  const z2 = Z95 * Z95;
  const middle = (p + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z95 / (1 + z2 / of)) * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of * of));
  return { value: 100 * p, low: Math.max(0, 100 * (middle - half)), high: Math.min(100, 100 * (middle + half)) };
}

export function meanInterval(values: readonly number[]): Interval | null {
  if (values.length < FEWEST) return null;
  const value = mean(values);
  const variance = values.reduce((total, x) => total + (x - value) ** 2, 0) / (values.length - 1);
  const half = Z95 * Math.sqrt(variance / values.length);
  return { value, low: value - half, high: value + half };
}

/** Gains over losses; null without a loss, since "infinite" is not a statistic. */
function profitFactor(closed: readonly RoundTrip[]): number | null {
  const pnls = closed.map((trade) => Number(trade.pnl));
  const gains = pnls.filter((pnl) => pnl > 0).reduce((a, b) => a + b, 0);
  const losses = -pnls.filter((pnl) => pnl < 0).reduce((a, b) => a + b, 0);
  return losses === 0 ? null : gains / losses;
}

function exitGroups(closed: readonly RoundTrip[]): ExitGroup[] {
  const reasons = new Map<string, RoundTrip[]>();
  for (const trade of closed) {
    const reason = trade.exit_reason ?? trade.status;
    reasons.set(reason, [...(reasons.get(reason) ?? []), trade]);
  }
  return [...reasons].map(([reason, group]) => ({
    reason,
    trades: group.length,
    r: group.reduce((total, trade) => total + Number(trade.pnl_r ?? 0), 0),
    pnl: sum(group.map((trade) => trade.pnl)),
  }));
}

export interface Drawdown {
  readonly amount: number;
  readonly percent: number;
}

/** The deepest fall of profit from an earlier peak; of what the account would have had there with the money it has in now. */
export function maxDrawdown({ equity_curve }: Pick<Pnl, 'equity_curve'>): Drawdown | null {
  let peak = -Infinity;
  let worst: Drawdown = { amount: 0, percent: 0 };
  for (const point of [...equity_curve].sort((a, b) => (toMs(a.at) ?? 0) - (toMs(b.at) ?? 0))) {
    const paidIn = Number(point.paid_in);
    const profit = Number(point.equity) - paidIn;
    peak = Math.max(peak, profit);
    const fall = peak - profit;
    if (fall > worst.amount) worst = { amount: fall, percent: (100 * fall) / (paidIn + peak) };
  }
  return equity_curve.length < 2 ? null : worst;
}

/** How long the record is, from the first trade or equity point to the last. */
export function recordMs(trades: readonly RoundTrip[], pnl: Pick<Pnl, 'equity_curve'> | null): number {
  const times = [
    ...trades.flatMap((trade) => [toMs(trade.opened_at), toMs(trade.closed_at)]),
    ...(pnl?.equity_curve ?? []).map((point) => toMs(point.at)),
  ].filter((ms): ms is number => ms !== null);
  return times.length === 0 ? 0 : times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b));
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Nearest-rank quantile; null for none. */
export function quantile(values: readonly number[], q: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? null;
}
