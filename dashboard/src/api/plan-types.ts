import type { Decimal, Time } from './types';

/** A cycle that was traded, is being traded, or was refused. */
export interface Plan {
  plan_id: string;
  account: string;
  opportunity_id: string;
  cycle: string;
  lane: string;
  start_asset: string;
  spend: Decimal;
  expected_profit: Decimal;
  worst_loss: Decimal;
  state: 'RISK_REJECTED' | 'RUNNING' | 'UNWINDING' | 'ENDED';
  outcome: 'COMPLETE' | 'UNWOUND' | 'MISSED' | 'RESIDUAL' | null;
  profit: Decimal | null;
  reason_code: string | null;
  reason: string | null;
  decided_at: Time;
  ended_at: Time | null;
  took_ms: number | null;
}

export interface PlanSummary {
  plans: number;
  live: number;
  outcomes: Record<string, number>;
  refusals: Record<string, number>;
  /** By start asset, fees taken off. */
  profit: Record<string, Decimal>;
  cycles: { cycle: string; plans: number; complete: number; start_asset: string; expected: Decimal; profit: Decimal }[];
  took_ms: { median: number | null; p99: number | null };
  /** Plans that left something unsold; no other begins until a person has cleared them. */
  to_clear: string[];
  /** By account and asset. */
  balances: Record<string, Decimal>;
  dust: Record<string, Decimal>;
  reconciler: { clean: boolean; as_of: Time } | null;
  as_of: Time;
}
