import type { Decimal, Time } from './types';

export interface OpportunityLeg {
  pair: string;
  side: 'BUY' | 'SELL';
  qty: Decimal;
  /** The worst price it may trade at. */
  limit: Decimal;
  spend: Decimal;
  receive: Decimal;
  /** How old the news of its book was at first sight. */
  book_age_ms: number;
  /** How many levels of the book its quantity reaches. */
  levels: number;
}

export interface Opportunity {
  opportunity_id: string;
  venue: string;
  /** The market was made up by the desk. */
  synthetic: boolean;
  /** As `USD>BTC>ETH>USD`. */
  cycle: string;
  start_asset: string;
  seen_at: Time;
  last_at: Time;
  gone_at: Time | null;
  lasted_ms: number | null;
  ending: string | null;
  state: 'seen' | 'confirmed' | 'gone' | 'taken';
  edge_bps: number;
  best_edge_bps: number;
  spend: Decimal;
  profit: Decimal;
  /** Null when there is no bound. */
  worst_loss: Decimal | null;
  looks: number;
  legs: OpportunityLeg[];
  /** What share of the first edge was left, by milliseconds after the first sight. */
  decay: Record<string, number>;
  not_taken: string | null;
  plan_id: string | null;
}

export interface ProvenBook {
  pair: string;
  side: 'asks' | 'bids';
  used: number;
  /** Price and quantity, best first. */
  levels: [Decimal, Decimal][];
}

export interface OpportunityDetail extends Opportunity {
  books: ProvenBook[];
  as_of: Time;
}

export interface DecayPoint {
  offset_ms: number;
  mean_share: number;
  /** How many were followed so long. */
  opportunities: number;
  /** How many of them still earned something. */
  profitable: number;
}

/** A pair that is watched; null where the venue has told nothing. */
export interface WatchedMarket {
  pair: string;
  /** Whether its book follows the venue's. */
  live: boolean;
  /** The fee in force: the account's where somebody trades, else that of the settings. */
  fee_bps: number;
  last: Decimal | null;
  last_qty: Decimal | null;
  trade_age_ms: number | null;
  bid: Decimal | null;
  ask: Decimal | null;
}

export interface Watch {
  venue: string;
  synthetic: boolean;
  connected: boolean;
  pairs: number;
  live_books: number;
  cycles: number;
  settings: { fee_bps: number; buffer_bps: number; max_notional: Decimal; stale_ms: number; depth: number; starts: string[] };
  feed: Record<string, number>;
  /** The first 200 pairs. */
  markets: WatchedMarket[];
  missed: Record<string, number>;
  changes_lost: number;
  as_of: Time;
}

/** How long something took; the times are null when no plan tells it. */
export interface Measured {
  median: number | null;
  p90: number | null;
  plans: number;
}

export interface OpportunitySummary {
  opportunities: number;
  live: number;
  taken: number;
  synthetic: boolean | null;
  first_seen_at: Time | null;
  last_seen_at: Time | null;
  endings: Record<string, number>;
  not_taken: { reason: string; opportunities: number }[];
  cycles: { cycle: string; opportunities: number }[];
  lasted_ms: { median: number | null; p90: number | null; longest: number | null };
  decay: DecayPoint[];
  /** From the decision to the claim of a plan's first leg, and to its first fill. */
  measured: { claimed_ms: Measured; filled_ms: Measured };
  /** Null when no latency was asked for. */
  capture: { latency_ms: number; offset_ms: number | null; probability: number | null; opportunities: number } | null;
  watch: Watch | null;
  as_of: Time;
}
