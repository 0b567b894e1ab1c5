import type { Page } from '../../api/types';
import type { Pnl, RoundTrip } from '../../api/trading-types';
import { subtract } from '../../format/decimal';
import { dayStart, toMs } from '../../format/time';

/** What the UTC day of the market's time has brought so far. */
export interface Today {
  /** Equity now less equity when the day, or the account's record, began, and less what was moved in since. */
  readonly pnl: string | null;
  /** Since when that is counted. */
  readonly sinceMs: number | null;
  /** Whether `sinceMs` is midnight, or only as far back as the record goes. */
  readonly wholeDay: boolean;
  readonly closed: number;
  readonly wins: number;
  /** Sum of R over the trades closed today. */
  readonly r: number;
  /** False where older trades of today are beyond the page that was read. */
  readonly allTrades: boolean;
}

export function today(pnl: Pnl, trades: Page<RoundTrip> | null, marketTime: string | null): Today {
  const midnight = dayStart(toMs(marketTime) ?? toMs(pnl.as_of) ?? 0);
  const start = startOfDay(pnl, midnight);
  const closed = (trades?.items ?? []).filter((trade) => (toMs(trade.closed_at) ?? -1) >= midnight);
  const oldest = trades?.items.at(-1);
  return {
    pnl: start === null ? null : profitSince(pnl, start),
    sinceMs: start?.sinceMs ?? null,
    wholeDay: start?.sinceMs === midnight,
    closed: closed.length,
    wins: closed.filter((trade) => Number(trade.pnl) > 0).length,
    r: closed.reduce((total, trade) => total + Number(trade.pnl_r ?? 0), 0),
    allTrades: trades?.next_cursor == null || (toMs(oldest?.opened_at) ?? 0) < midnight,
  };
}

type Point = Pnl['equity_curve'][number];

const inOrder = (pnl: Pnl): Point[] => [...pnl.equity_curve].sort((a, b) => (toMs(a.at) ?? 0) - (toMs(b.at) ?? 0));

function profitSince(pnl: Pnl, start: Point): string | null {
  const moved = subtract(inOrder(pnl).at(-1)?.paid_in ?? start.paid_in, start.paid_in);
  const gained = subtract(pnl.equity, start.equity);
  return moved === null || gained === null ? null : subtract(gained, moved);
}

/** The last point before midnight; an account younger than that starts with its first. */
function startOfDay(pnl: Pnl, midnight: number): (Point & { sinceMs: number }) | null {
  const points = inOrder(pnl);
  const before = points.findLast((point) => (toMs(point.at) ?? Infinity) <= midnight);
  if (before !== undefined) return { ...before, sinceMs: midnight };
  const first = points[0];
  return first === undefined ? null : { ...first, sinceMs: toMs(first.at) ?? midnight };
}
