import type { Decimal, Direction, Time } from './types';

export interface Factor {
  name: string;
  category: string;
  weight: number;
  points: number;
  value: number | null;
  input: string | null;
  input_id: string | null;
  input_age_ms: number | null;
  missing: boolean;
}

export interface Gate {
  code: string;
  text: string;
  missing_points: number | null;
}

export interface Decision {
  decision_id: string;
  strategy: string;
  strategy_version: string;
  symbol: string;
  bucket_start: Time;
  decided_at: Time;
  price: Decimal | null;
  score: number;
  /** What it had to reach then; the strategy may ask for something else now. */
  threshold: number | null;
  long_score: number | null;
  short_score: number | null;
  direction: Direction | null;
  taken: boolean;
  gate: Gate;
  factors: Factor[];
  indicators: Record<string, string | number | null>;
  covered: number;
  signal_id: string | null;
}

/** A polled input as it was known when the decision was made. */
export interface InputReading {
  factor: string;
  input_id: string;
  observed_at: Time;
  known_at: Time;
  age_ms: number | null;
  value: Record<string, string | number | null>;
  synthetic: boolean;
}

export interface Bucket {
  start_at: Time;
  first_agg_id: number;
  last_agg_id: number;
  trades: number;
  complete: boolean;
  closed_by: string;
  content_hash: string;
}

export interface Explanation {
  text: string[];
  decision: Decision;
  bucket: Bucket | null;
  readings: InputReading[];
  signal: Signal | null;
  orders: Order[];
  trade: { trade_id: string; status: string; opened_at: Time; closed_at: Time | null; pnl: Decimal | null; pnl_r: Decimal | null } | null;
  as_of: Time;
}

/** At the venue, and not the desk's. */
export interface ExternalOrder {
  symbol: string;
  venue_order_id: string;
  client_order_id: string;
  kind: 'external' | 'liquidation' | 'adl' | 'settlement' | 'unknown' | 'late';
  status: string;
  filled_qty: Decimal;
  first_seen_at: Time;
  changed_at: Time;
}

export interface TrailStep {
  sequence: number;
  event: string;
  from: string | null;
  to: string | null;
  at: Time;
  source: string;
  text: string | null;
}

export interface Fill {
  venue_trade_id: string;
  at: Time;
  price: Decimal;
  qty: Decimal;
  fee: Decimal;
  fee_asset: string;
  maker: boolean;
}

export interface Order {
  intent_id: string;
  client_order_id: string | null;
  venue: string;
  symbol: string;
  account: string;
  strategy: string | null;
  purpose: string;
  side: 'BUY' | 'SELL';
  type: string;
  qty: Decimal;
  trigger_price: Decimal | null;
  reduce_only: boolean;
  state: string;
  public_state: string;
  detail: string | null;
  reason: string | null;
  filled_qty: Decimal | null;
  average_price: Decimal | null;
  venue_order_id: string | null;
  created_at: Time;
  updated_at: Time;
  signal_id: string | null;
  decision_id: string | null;
  trade_id: string | null;
  trail?: TrailStep[];
  fills?: Fill[];
}

export interface RoundTrip {
  trade_id: string;
  strategy: string;
  symbol: string;
  direction: Direction;
  tier: string | null;
  score: number | null;
  status: string;
  opened_at: Time;
  closed_at: Time | null;
  entry_price: Decimal | null;
  exit_price: Decimal | null;
  qty: Decimal;
  sl_price: Decimal | null;
  tp1_price: Decimal | null;
  tp2_price: Decimal | null;
  tp1_hit: boolean | null;
  pnl: Decimal | null;
  pnl_r: Decimal | number | null;
  fees: Decimal | null;
  other_fees: Record<string, Decimal> | null;
  /** Received while it was open, negative when paid; no part of pnl. */
  funding: Decimal;
  atr_at_entry: Decimal | number | null;
  risk_usd: Decimal | null;
  slippage_bps: Decimal | number | null;
  signal_to_order_ms: number | null;
  order_to_fill_ms: number | null;
  protection_gap_ms: number | null;
  decision_id: string | null;
  exit_reason: string | null;
}

export interface Pnl {
  currency: string;
  start_balance: Decimal;
  balance: Decimal;
  equity: Decimal;
  realised_pnl: Decimal;
  unrealised_pnl: Decimal;
  fees: Decimal;
  /** By asset; null when all were paid in the account's currency. */
  other_fees: Record<string, Decimal> | null;
  /** Received in all, negative when paid; part of the balance. */
  funding: Decimal;
  /** Moved in since the start, negative when more was moved out; part of the balance and of no profit. */
  transfers: Decimal;
  open_risk: Decimal | null;
  trades: number;
  wins: number;
  losses: number;
  pnl_r: Decimal | number | null;
  /** paid_in is what was in at the start and was moved in since: equity less it is profit. */
  equity_curve: { at: Time; equity: Decimal; paid_in: Decimal }[];
  as_of: Time;
}

export interface Signal {
  signal_id: string;
  decision_id: string | null;
  strategy: string;
  symbol: string;
  direction: Direction;
  score: number;
  tier: string | null;
  price: Decimal | null;
  at: Time;
  expires_at: Time | null;
  /** `approved`, `refused: <reason>`, `expired` or `pending`. */
  outcome: string;
  intent_id: string | null;
}
