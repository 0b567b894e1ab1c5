import { time } from './tape.mjs';
import { opportunitiesAt } from './opportunities.mjs';

const OUTCOMES = ['COMPLETE', 'COMPLETE', 'MISSED', 'UNWOUND', 'COMPLETE', 'RISK_REJECTED'];
const PROFITS = { COMPLETE: '1.25', UNWOUND: '-0.4', MISSED: '0' };

/** A plan for each opportunity that is over, newest first. */
export function plansAt(world, nowMs) {
  return opportunitiesAt(world, nowMs, new URLSearchParams('live=false')).map((one, index) => plan(one, OUTCOMES[index % OUTCOMES.length]));
}

function plan(one, outcome) {
  const refused = outcome === 'RISK_REJECTED';
  return {
    plan_id: one.opportunity_id,
    account: 'paper-main-kraken',
    opportunity_id: one.opportunity_id,
    cycle: one.cycle,
    lane: 'direct',
    start_asset: one.start_asset,
    spend: one.spend,
    expected_profit: one.profit,
    worst_loss: '7.5',
    state: refused ? 'RISK_REJECTED' : 'ENDED',
    outcome: refused ? null : outcome,
    profit: refused ? null : PROFITS[outcome],
    reason_code: refused ? 'stale_book' : null,
    reason: refused ? 'a book is 1200 ms old, limit 1000 ms' : 'every leg traded',
    decided_at: one.seen_at,
    ended_at: refused ? null : one.seen_at,
    took_ms: refused ? null : 84,
  };
}

/** What they come to. */
export function planSummaryAt(world, nowMs) {
  const plans = plansAt(world, nowMs);
  const traded = plans.filter((one) => one.outcome === 'COMPLETE' || one.outcome === 'UNWOUND');
  return {
    plans: plans.length,
    live: 0,
    outcomes: countBy(plans, (one) => one.outcome ?? one.state),
    refusals: countBy(plans.filter((one) => one.outcome === null), (one) => one.reason_code),
    profit: sums(traded),
    cycles: [...new Set(traded.map((one) => one.cycle))].map((cycle) => cycleSum(traded.filter((one) => one.cycle === cycle))),
    took_ms: { median: plans.length === 0 ? null : 84, p99: plans.length === 0 ? null : 310 },
    to_clear: [],
    balances: { 'paper-main-kraken USD': '10042.5' },
    dust: {},
    reconciler: { clean: true, as_of: time(nowMs) },
    as_of: time(nowMs),
  };
}

function cycleSum(plans) {
  return {
    cycle: plans[0].cycle,
    start_asset: plans[0].start_asset,
    plans: plans.length,
    complete: plans.filter((one) => one.outcome === 'COMPLETE').length,
    expected: total(plans, 'expected_profit'),
    profit: total(plans, 'profit'),
  };
}

function sums(plans) {
  const assets = [...new Set(plans.map((one) => one.start_asset))].sort();
  return Object.fromEntries(assets.map((asset) => [asset, total(plans.filter((one) => one.start_asset === asset), 'profit')]));
}

const total = (plans, field) => plans.reduce((sum, one) => sum + Number(one[field]), 0).toFixed(2);

function countBy(plans, keyOf) {
  const counts = {};
  for (const one of plans) counts[keyOf(one)] = (counts[keyOf(one)] ?? 0) + 1;
  return counts;
}
