import type { Candle, Gap, Indicator, Page, Position, Rate, Strategy, TapeTrade } from './types';
import type { ExternalOrder, Decision, Explanation, Order, Pnl, RoundTrip, Signal } from './trading-types';
import type { DeskAccount, Risk } from './risk-types';
import type { Opportunity, OpportunityDetail, OpportunitySummary } from './opportunity-types';
import type { Plan, PlanSummary } from './plan-types';
import type { Backtests, KeptReport } from './backtest-types';
import type { Health } from './health-types';

/** A path of the API, how often to read it, and (in its type only) what it answers. */
export interface Query<T> {
  readonly path: string;
  readonly everyMs: number;
  readonly answer?: T;
}

const FAST_MS = 1_000;
const SLOW_MS = 2_000;
/** For what is summed up over thousands of rows. */
const RARE_MS = 5_000;

type Params = Record<string, string | number | boolean | null | undefined>;

/** Joins a path and its parameters; empty ones are left out. */
export function pathOf(path: string, params: Params = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

function query<T>(everyMs: number, path: string, params?: Params): Query<T> {
  return { path: pathOf(path, params), everyMs };
}

const id = encodeURIComponent;

export const queries = {
  health: () => query<Health>(FAST_MS, '/health'),
  rates: () => query<Page<Rate>>(FAST_MS, '/rates'),
  positions: () => query<Page<Position>>(FAST_MS, '/positions'),
  candles: (symbol: string, params: Params) =>
    query<Page<Candle>>(SLOW_MS, `/market/${id(symbol)}/candles`, params),
  indicators: (symbol: string, params: Params) =>
    query<Page<Indicator>>(SLOW_MS, `/market/${id(symbol)}/indicators`, params),
  tape: (symbol: string, limit: number) =>
    query<Page<TapeTrade>>(SLOW_MS, `/market/${id(symbol)}/trades`, { limit }),
  decisions: (params: Params) => query<Page<Decision>>(SLOW_MS, '/decisions', params),
  explanation: (decisionId: string) => query<Explanation>(SLOW_MS, `/decisions/${id(decisionId)}/explain`),
  orders: (params: Params) => query<Page<Order>>(SLOW_MS, '/orders', params),
  externalOrders: () => query<Page<ExternalOrder>>(SLOW_MS, '/orders/external', { limit: 100 }),
  order: (intentId: string) => query<Order & { as_of?: string }>(SLOW_MS, `/orders/${id(intentId)}`),
  trades: (params: Params) => query<Page<RoundTrip>>(SLOW_MS, '/trades', params),
  pnl: () => query<Pnl>(SLOW_MS, '/pnl'),
  /** Of the desk's own account, where none is named. */
  risk: (account = '') => query<Risk>(SLOW_MS, '/risk', { account }),
  accounts: () => query<Page<DeskAccount>>(RARE_MS, '/accounts'),
  signals: (params: Params) => query<Page<Signal>>(SLOW_MS, '/signals', params),
  gaps: () => query<Page<Gap>>(SLOW_MS, '/gaps', { limit: 100 }),
  opportunities: (params: Params) => query<Page<Opportunity>>(SLOW_MS, '/opportunities', params),
  liveOpportunities: (limit: number) => query<Page<Opportunity>>(FAST_MS, '/opportunities', { live: true, limit }),
  opportunity: (opportunityId: string) => query<OpportunityDetail>(SLOW_MS, `/opportunities/${id(opportunityId)}`),
  opportunitySummary: (latencyMs: string) => query<OpportunitySummary>(RARE_MS, '/opportunities/summary', { latency_ms: latencyMs }),
  plans: (limit: number) => query<Page<Plan>>(SLOW_MS, '/plans', { limit }),
  planSummary: () => query<PlanSummary>(SLOW_MS, '/plans/summary'),
  backtests: () => query<Backtests>(FAST_MS, '/backtests'),
  backtest: (reportId: string) => query<KeptReport>(RARE_MS, `/backtests/${id(reportId)}`),
  strategies: () => query<Page<Strategy>>(SLOW_MS, '/strategies'),
};
