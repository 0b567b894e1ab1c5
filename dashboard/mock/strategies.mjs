const clamp = (value) => Math.min(1, Math.max(0, value));

/** Each factor: how strongly an indicator row speaks for LONG (`sign` 1) or SHORT (−1), 0–1; null when its input is missing. */
export const STRATEGIES = [
  {
    name: 'demo_fast',
    version: 'demo_fast@1.0#1f0c9a2e',
    threshold: 65,
    running: true,
    reason: null,
    needs: 0,
    cooldownMs: 600_000,
    factors: [
      factor('cvd', 'direction', 30, (row, sign) => clamp(0.35 + (sign * Number(row.cvd_fast)) / 220), (row) => `cvd_fast ${row.cvd_fast} BTC`),
      factor('slope', 'direction', 25, (row, sign) => (row.cvd_fast_slope === null ? null : clamp(0.3 + (sign * Number(row.cvd_fast_slope)) / 26)), (row) => `cvd_fast_slope ${row.cvd_fast_slope} BTC`),
      factor('vwap', 'environment', 20, (row, sign) => (row.vwap_30m === null ? null : clamp(0.3 + (sign * (Number(row.price) - row.vwap_30m)) / 260)), (row) => `price ${row.price}, vwap_30m ${row.vwap_30m?.toFixed(1)}`),
      factor('pressure', 'crowding', 15, (row, sign) => { const all = Number(row.buy_vol_1m) + Number(row.sell_vol_1m); return all === 0 ? null : clamp(0.5 + (sign * (Number(row.buy_vol_1m) - Number(row.sell_vol_1m))) / all); }, (row) => `bought ${row.buy_vol_1m}, sold ${row.sell_vol_1m} BTC in 1 min`),
      factor('atr', 'environment', 10, (row) => (row.atr_5m === null ? null : clamp(row.atr_percentile / 100)), (row) => `atr_5m ${row.atr_5m?.toFixed(1)}, percentile ${row.atr_percentile?.toFixed(0)}`),
    ],
  },
  {
    name: 'v51_baseline',
    version: 'v51_baseline@5.1#77ab02d4',
    threshold: 75,
    running: false,
    reason: 'It was not started: three of its inputs are missing in this replay.',
    needs: 2,
    cooldownMs: 600_000,
    factors: [
      factor('cvd', 'direction', 35, (row, sign) => clamp(0.35 + (sign * Number(row.cvd_mid)) / 500), (row) => `cvd_mid ${row.cvd_mid} BTC`),
      factor('p99', 'crowding', 20, (row, sign) => clamp(0.4 + sign * 0.3), (row) => `p99_qty ${row.p99_qty} BTC`),
      factor('accel', 'direction', 15, (row, sign) => (row.cvd_accel === null ? null : clamp(0.3 + (sign * Number(row.cvd_accel)) / 20)), (row) => `cvd_accel ${row.cvd_accel} BTC`),
      factor('ls_ratio', 'confirmation', 15, () => null, () => null),
      factor('oi', 'confirmation', 10, () => null, () => null),
      factor('coinbase_premium', 'auxiliary', 5, () => null, () => null),
    ],
  },
];

/** The strategy of the direct lane: it takes triangles and scores no windows. */
export const TRIANGLES = { name: 'triangles', version: 'triangles@1', threshold: null, running: true, reason: null, symbols: [], factors: [] };

function factor(name, category, weight, strength, input) {
  return { name, category, weight, strength, input };
}

export function strategyView(strategy, world) {
  return {
    name: strategy.name,
    version: strategy.version,
    state: strategy.running ? 'RUNNING' : 'STOPPED',
    reason: strategy.reason,
    symbols: strategy.symbols ?? ['BTCUSDT'],
    threshold: strategy.threshold,
    since: new Date(world.firstMs).toISOString(),
    config: {
      threshold: strategy.threshold,
      cooldown: '10m',
      weights: Object.fromEntries(strategy.factors.map((f) => [f.name, f.weight])),
      stop_loss_atr: 1.4,
      take_profit_1_atr: 1.05,
      take_profit_2_atr: 2.1,
    },
  };
}
