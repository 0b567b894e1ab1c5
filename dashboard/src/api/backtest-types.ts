import type { Decimal, Time } from './types';

/** What replays there can be, which one is under way, and the reports, newest first. */
export interface Backtests {
  /** False on a desk without recordings; `why` says where replays run. */
  available: boolean;
  why: string | null;
  files: { name: string; bytes: number; format: string }[];
  parameters: BacktestParameter[];
  run: BacktestRun | null;
  items: ReportLine[];
  as_of: Time;
}

export interface BacktestParameter {
  name: string;
  /** What it is where nobody says otherwise; null where nothing limits it. */
  value: Decimal | null;
  /** Which numbers it may be, in words. */
  expected: string;
  /** What the market does to us: nobody chooses it. */
  condition: boolean;
}

export interface BacktestRun {
  kind: 'replay' | 'sweep';
  state: 'running' | 'done' | 'stopped' | 'failed';
  /** 0 to 1. */
  share: number;
  started_at: Time;
  report_id: string | null;
  text: string | null;
  files: string[];
}

export interface ReportLine {
  report_id: string;
  kind: 'replay' | 'sweep';
  files: string;
  trials: number;
  verdict: string | null;
  best: string | null;
  asset: string;
  train: Decimal | null;
  test: Decimal | null;
  opportunities: Decimal | null;
  kept_at: Time;
}

export interface KeptReport {
  report: Report;
  /** Settings that were ever tried on this recording. */
  tried: number;
  deflated_for_all?: number;
  as_of: Time;
}

interface ReportHead {
  id: string;
  version: string;
  inputs: { name: string; format: string; bytes: number; sha256: string }[];
  recording: { from: number; to: number };
}

export type Report = SweepReport | ReplayReport;

export interface SweepReport extends ReportHead {
  kind: 'sweep';
  plan: { settings: Record<string, string>; vary: Record<string, string[]>; objective: string; train?: string; folds?: number; blocks: number };
  grid: number;
  trials: number;
  judgement: Judgement;
  sets: { values: Record<string, string>; decay: Record<string, number> }[];
  folds: Fold[];
}

export interface Judgement {
  verdict: string;
  reasons: string[];
  rule: string;
  overfitting?: { probability: number; combinations: number };
  sharpe?: { blocks: number; ratio: number };
  deflated_sharpe?: { trials: number; luck: number; probability: number };
}

export interface Fold {
  train: { from: number; to: number };
  test: { from: number; to: number };
  ranking: Ranked[];
}

export interface Ranked {
  set: number;
  test_rank: number;
  train: WindowFigures;
  test: WindowFigures;
}

export interface WindowFigures {
  value: number | null;
  seen: number;
  purged: number;
  taken: number;
  complete: number;
  expected: Decimal;
  realised: Decimal;
}

export interface ReplayReport extends ReportHead {
  kind: 'replay';
  plan: { settings: Record<string, string> };
  report: {
    events: number;
    opportunities: number;
    decay: Record<string, number>;
    outcomes: Record<string, number>;
    expected: Record<string, Decimal>;
    realised: Record<string, Decimal>;
  };
  opportunities: ReplayedOpportunity[];
  left_out: number;
}

export interface ReplayedOpportunity {
  t: number;
  gone: number;
  why: string;
  cycle: string;
  edge_bps: number;
  asset: string;
  spend: Decimal;
  profit: Decimal;
  decay: Record<string, number>;
  taken?: { expected: Decimal; realised: Decimal; outcome: string };
}
