import { decide } from './decisions.mjs';
import { indicatorsOf } from './indicators.mjs';
import { countBefore, makeTape } from './tape.mjs';
import { opportunitiesOf } from './opportunities.mjs';
import { trade } from './trading.mjs';

const LAST = Date.parse('2024-08-08T23:59:59.833Z');
const MINUTE = 60_000;

/** `short`: what a first run shows, a capture of under six minutes. `full`: six hours and a half, with gaps. */
const SCENARIOS = {
  short: { firstMs: Date.parse('2024-08-08T23:54:15.030Z'), hole: null, warm: true },
  full: {
    firstMs: LAST - 390 * MINUTE,
    hole: { fromMs: LAST - 52 * MINUTE, toMs: LAST - 50.5 * MINUTE },
    warm: false,
  },
};

/** Everything that will have happened by the end of the capture; the views show as much of it as the clock allows. */
export function makeWorld({ scenario = 'full', seed = 33 } = {}) {
  const { firstMs, hole, warm } = SCENARIOS[scenario];
  const world = { scenario, firstMs, lastMs: LAST, hole, warm, tape: makeTape({ seed, firstMs, lastMs: LAST, hole }) };
  const row = indicatorsOf(world);
  const decisions = decide(world, row);
  return { ...world, row, decisions, ...trade(world, decisions), opportunities: opportunitiesOf(world, seed), gaps: gapsOf(world), external: externalOf(world) };
}

/** Somebody sold by hand in the exchange's own app. */
function externalOf({ scenario }) {
  return scenario === 'full' ? [{ atMs: LAST - 120 * MINUTE, venue_order_id: '8886774', client_order_id: 'web_5a0', kind: 'external', status: 'FILLED', filled_qty: '0.020' }] : [];
}

function gapsOf({ tape, hole, firstMs }) {
  if (hole === null) return [];
  const at = countBefore(tape, hole.fromMs);
  const [before, after] = [tape[at - 1], tape[at]];
  const early = tape[countBefore(tape, firstMs + 90 * MINUTE)];
  return [
    { atMs: hole.toMs, from: before.id + 1, to: after.id - 1, filled: false },
    { atMs: early.ms, from: early.id - 9, to: early.id - 3, filled: true },
  ];
}
