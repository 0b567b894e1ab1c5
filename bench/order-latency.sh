#!/usr/bin/env bash
# How long a signal takes to become an accepted order, on this machine: bench/order-latency.sh [seconds] [desk|lambda] [warm-up].
# A desk of its own on a synthetic market at real time, with a strategy that trades all the time. Ends by itself. The first
# minute, or as many seconds as are named, in which the desk reads the market's past and warms up, is not counted. SEXTANT__VENUE__LATENCY_MS sets how long an
# order takes to the paper venue and its answer back, 20 ms each by default.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-600}
cadence=${2:-desk}
warm=${3:-60}
./mvnw -B -ntp -q -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip package -pl bench -am
state=$(mktemp -d)
desk=
trap 'if [ -n "$desk" ]; then kill "$desk" 2> /dev/null || true; wait "$desk" || true; fi; rm -rf "$state"' EXIT
flags=()
if [ "$cadence" = lambda ]; then flags=(--lambda-cadence); fi
export SEXTANT_STATE="$state" SEXTANT_NO_BUILD=1
export SEXTANT__DESK__STRATEGIES="$PWD/bench/strategies" SEXTANT__ACCOUNT__MAX_DAILY_LOSS_R=100 SEXTANT__ACCOUNT__START_BALANCE=1000000 \
    SEXTANT__ACCOUNT__MAX_SYMBOL_NOTIONAL=1000000 SEXTANT__ACCOUNT__MAX_TOTAL_NOTIONAL=4000000
./sextant up --port 18111 --synthetic 11 --hours 24 --history 1 --symbols BTCUSDT,ETHUSDT,SOLUSDT,XRPUSDT \
    --for "${seconds}s" "${flags[@]}" &
desk=$!
until [ -s "$state/address" ] || ! kill -0 "$desk" 2>/dev/null; do sleep 1; done
./sextant risk set max_consecutive_losses=100 max_orders_per_minute=100 --reason "measuring" --by "Bench" > /dev/null
wait "$desk" || true
desk=
java_home=$(tools/find-jdk.sh)
echo
echo "cadence: $cadence, ${seconds} s, the first ${warm} not counted, ${SEXTANT__VENUE__LATENCY_MS:-20} ms to the paper venue and as many back"
"$java_home/bin/java" -Dsextant.log.level=ERROR --enable-native-access=ALL-UNNAMED \
    -cp "bench/target/classes:$(cat bench/target/class-path.txt)" dev.sextant.bench.OrderLatency "$state" "$warm"
