/** The shapes of docs/api.md. A `Decimal` is an exact number as text; a `Time` is ISO-8601 in UTC. */
export type Decimal = string;
export type Time = string;

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
  as_of: Time;
}

export interface Rate {
  symbol: string;
  /** Null before the first trade. */
  price: Decimal | null;
  mark_price: Decimal | null;
  index_price: Decimal | null;
  funding_rate: Decimal | null;
  next_funding_at: Time | null;
  /** Which of the numbers above the desk made up; see `syntheticNames`. */
  synthetic: string[] | string | boolean | null;
}

export interface Candle {
  start_at: Time;
  open: Decimal;
  high: Decimal;
  low: Decimal;
  close: Decimal;
  buy_volume: Decimal;
  sell_volume: Decimal;
  trades: number;
  complete: boolean;
}

export interface Indicator {
  at: Time;
  price: Decimal | null;
  cvd_fast: Decimal | null;
  cvd_mid: Decimal | null;
  cvd_24h: Decimal | null;
  cvd_day: Decimal | null;
  cvd_fast_slope: Decimal | null;
  cvd_accel: Decimal | null;
  vwap_30m: number | null;
  atr_5m: number | null;
  atr_percentile: number | null;
  p95_qty: Decimal | null;
  p99_qty: Decimal | null;
  buy_vol_1m: Decimal | null;
  sell_vol_1m: Decimal | null;
  /** How many of the windows 30 min, 4 h and 24 h are covered without a gap: 0–3. */
  covered: number;
}

export interface TapeTrade {
  agg_id: number;
  at: Time;
  price: Decimal;
  qty: Decimal;
  side: 'BUY' | 'SELL';
}

export type Direction = 'LONG' | 'SHORT';

export interface Position {
  symbol: string;
  direction: Direction | 'FLAT';
  qty: Decimal;
  entry_price: Decimal | null;
  mark_price: Decimal | null;
  notional: Decimal | null;
  unrealised_pnl: Decimal | null;
  realised_pnl: Decimal | null;
  fees: Decimal | null;
  stop_price: Decimal | null;
  take_profit_prices: Decimal[] | null;
  strategy: string | null;
  opened_at: Time | null;
  protected: boolean;
}

export interface Gap {
  symbol: string;
  from_agg_id: number;
  to_agg_id: number;
  size: number;
  seen_at: Time;
  filled: boolean;
}

export interface Strategy {
  name: string;
  version: string;
  state: 'RUNNING' | 'STOPPED';
  reason: string | null;
  symbols: string[];
  threshold: number | null;
  since: Time | null;
  config: unknown;
}
