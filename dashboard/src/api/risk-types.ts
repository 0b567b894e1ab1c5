import type { Decimal, Time } from './types';

/** One limit beside how much of it is used; at or above it an entry is refused. */
export interface Limit {
  name: string;
  symbol: string | null;
  used: Decimal;
  limit: Decimal;
  unit: string;
}

/** Whether a strategy might enter a symbol now, and if not, the first rule that refuses. */
export interface EntryVerdict {
  strategy: string;
  symbol: string;
  allowed: boolean;
  code: string | null;
  text: string | null;
}

export interface Risk {
  account: string;
  mode: string;
  currency: string;
  risk_per_trade: Decimal;
  balance: Decimal;
  kill_switch: { level: string; by: string };
  standing: {
    day_pnl_r: Decimal;
    consecutive_losses: number;
    paused_until: Time | null;
    pause_reason: string | null;
    halt_reason: string | null;
  };
  limits: Limit[];
  entries: EntryVerdict[];
  as_of: Time;
}
