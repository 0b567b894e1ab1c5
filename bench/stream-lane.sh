#!/usr/bin/env bash
# How long a triangle takes from its books to the claim of its first order, through ingest, market stream, signal-scorer,
# decisions stream, risk-check and order-placer: bench/stream-lane.sh [seconds] [--lambda-cadence].
# A desk of its own with a made-up Kraken market on loopback. Ends by itself. The first half minute is not counted. The order's bytes
# follow the claim within a few milliseconds. Not included: the network to a venue, what Kinesis and the Data API of AWS add.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-180}
shift || true
./mvnw -B -ntp -q -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip package -pl local,dashboard -am
state=$(mktemp -d)
desk=
trap 'if [ -n "$desk" ]; then kill "$desk" 2>/dev/null || true; wait "$desk" || true; fi; rm -rf "$state"' EXIT
export SEXTANT_STATE="$state" SEXTANT_NO_BUILD=1 SEXTANT__KRAKEN__LANE=stream
./sextant up --port 18113 --venue kraken --for "${seconds}s" "$@" > "$state/out" 2>&1 &
desk=$!
node - "$seconds" <<'JS'
const seconds = Number(process.argv[2]);
const from = async (path) => (await fetch("http://localhost:18113/api/v1" + path)).json();
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const counted = new Map();
const outcomes = {};
const until = Date.now() + seconds * 1000;
let begun;
while (Date.now() < until) {
  await sleep(2000);
  const page = await from("/plans?limit=100").catch(() => ({}));
  const plans = page.items ?? []; // none while the desk is not up yet, or no more
  begun ??= plans.length ? Math.min(...plans.map((plan) => Date.parse(plan.decided_at))) : undefined;
  for (const plan of plans) {
    if (plan.outcome && !counted.has(plan.plan_id) && Date.parse(plan.decided_at) >= begun + 30_000) {
      const first = (await from("/plans/" + plan.plan_id)).orders.find((order) => order.purpose === "FIRST_LEG");
      if (first?.claimed_at) {
        counted.set(plan.plan_id, Date.parse(first.claimed_at) - Date.parse(plan.decided_at));
        outcomes[plan.outcome] = (outcomes[plan.outcome] ?? 0) + 1;
      }
    }
  }
}
const ms = [...counted.values()].sort((a, b) => a - b);
const at = (share) => ms[Math.max(0, Math.ceil(ms.length * share) - 1)];
console.log(`from the books to the claim of leg 1, ${ms.length} plans: p50 ${at(0.5)} ms, p90 ${at(0.9)} ms, worst ${at(1)} ms; ${JSON.stringify(outcomes)}`);
JS
wait "$desk" || { desk=; tail -3 "$state/out"; exit 1; }
desk=
