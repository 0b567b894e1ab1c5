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
  state: GuardState;
  allowed: boolean;
  code: string | null;
  text: string | null;
}

export type GuardState = 'NORMAL' | 'WARNING' | 'REDUCING' | 'HALTED';

export interface Finding {
  condition: string;
  state: GuardState;
  text: string;
}

export interface GuardRule {
  condition: string;
  scope: 'account' | 'strategy' | 'symbol';
  state: GuardState;
  meaning: string;
}

/** A limit that people may set, and in which range. */
export interface Setting {
  name: string;
  value: Decimal;
  unit: string;
  least: Decimal;
  most: Decimal;
  meaning: string;
}

/** An account of the desk; one that follows another is stopped by that one's kill switch, too. */
export interface DeskAccount {
  account: string;
  mode: string;
  currency: string;
  follows: string | null;
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
  guard: { state: GuardState; findings: Finding[] };
  strategies: { strategy: string; running: string; state: GuardState }[];
  conditions: GuardRule[];
  settings: { version: number; changed_by: string | null; changed_at: Time | null; items: Setting[] };
  /** Counts what stops entries: a resume names the one it was decided on. */
  stops_version: number;
  blocked_symbols: { symbol: string; reason: string }[];
  /** Of a spot account, as its last reconciliation found them; difference is what the venue has more. */
  balance_differences: { account: string; asset: string; desk: Decimal; venue: Decimal; difference: Decimal }[];
  venue: { reached_at: Time | null; trouble: string | null };
  alerts: { kind: string; subject: string; text: string; raised_at: Time }[];
  limits: Limit[];
  entries: EntryVerdict[];
  as_of: Time;
}
