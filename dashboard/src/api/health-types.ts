import type { Time } from './types';

export interface Replay {
  capture: string;
  state: string;
  speed: string;
  position_at: Time;
  first_at: Time;
  last_at: Time;
  message: string | null;
}

/** The exchange whose market is traded; null while a capture is replayed. The counts are the paper venue's own. */
export interface LiveVenue {
  exchange: string;
  state: 'LIVE' | 'STALE';
  trouble: string | null;
  orders_refused?: number;
  reconnects?: number;
  book_resyncs?: number;
}

export interface Session {
  state: string;
  started_at: Time;
  /** How long it was RECOVERING; null while it is. */
  recovered_ms: number | null;
  previous_end: 'clean' | 'crash' | null;
  message: string | null;
}

export interface Feed {
  symbol: string;
  state: string;
  last_agg_id: number | null;
  last_trade_at: Time | null;
  age_ms: number | null;
  trades: number;
  frames: number;
  frame_bytes_per_trade: number | null;
  gaps: number;
  duplicates: number;
  malformed: number;
  reconnects: number;
}

export interface Consumer {
  name: string;
  stream: string;
  lag_ms: number | null;
  records: number;
  errors: number;
  last_at: Time | null;
}

export interface Check {
  name: string;
  ok: boolean;
  detail: string;
}

export interface Health {
  status: 'HEALTHY' | 'RECOVERING';
  mode: string;
  account: string;
  version: string;
  as_of: Time;
  market_time: Time | null;
  replay: Replay | null;
  venue: LiveVenue | null;
  synthetic_inputs: string[];
  session: Session | null;
  strategies: { name: string; state: string; reason: string | null }[];
  feeds: Feed[];
  consumers: Consumer[];
  clock: { offset_ms: number | null; measured_at: Time | null; state: string } | null;
  checks: Check[];
}
