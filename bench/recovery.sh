#!/usr/bin/env bash
# How long a desk that was killed needs until it is HEALTHY again, on this machine: bench/recovery.sh [crashes].
# A desk of its own on a synthetic market at real time, with a strategy that trades all the time, is killed while it trades
# (the paper venue with it; its orphaned database is stopped by the next start) and started again, several times. Ends by itself.
set -euo pipefail
cd "$(dirname "$0")/.."
crashes=${1:-5}
./mvnw -B -ntp -q -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip package -pl bench -am
state=$(mktemp -d)
desk=
trap 'if [ -n "$desk" ]; then kill "$desk" 2> /dev/null || true; wait "$desk" || true; fi; rm -rf "$state" "$state.log"' EXIT
export SEXTANT_STATE="$state" SEXTANT_NO_BUILD=1
export SEXTANT__DESK__STRATEGIES="$PWD/bench/strategies" SEXTANT__ACCOUNT__MAX_DAILY_LOSS_R=100 SEXTANT__ACCOUNT__START_BALANCE=1000000 \
    SEXTANT__ACCOUNT__MAX_SYMBOL_NOTIONAL=1000000 SEXTANT__ACCOUNT__MAX_TOTAL_NOTIONAL=4000000

start() {
  ./sextant up --port 18112 --synthetic 11 --hours 24 --history 1 --symbols BTCUSDT,ETHUSDT,SOLUSDT,XRPUSDT \
      --for "$1" > "$state.log" 2>&1 &
  desk=$!
  until ./sextant status 2> /dev/null | grep -q HEALTHY || ! kill -0 "$desk" 2> /dev/null; do sleep 0.5; done
}

echo "each run trades for a minute and is killed"
for ((run = 0; run <= crashes; run++)); do
  rm -f "$state/address"
  began=$(date +%s%3N)
  start "$([ "$run" = "$crashes" ] && echo 5s || echo 10m)"
  echo "run $run: HEALTHY $(($(date +%s%3N) - began)) ms after it was started"
  [ "$run" = "$crashes" ] && break
  ./sextant risk set max_consecutive_losses=100 max_orders_per_minute=100 --reason "measuring" --by "Bench" > /dev/null || true
  for strategy in bench/strategies/*.json; do
    ./sextant strategy start "$(basename "$strategy" .json)" > /dev/null 2>&1 || true
  done
  sleep 60
  kill -9 "$desk"
  wait "$desk" 2> /dev/null || true
done
wait "$desk" || true
java_home=$(tools/find-jdk.sh)
"$java_home/bin/java" -Dsextant.log.level=ERROR --enable-native-access=ALL-UNNAMED -cp "bench/target/classes:$(cat bench/target/class-path.txt)" \
    dev.sextant.bench.Recovery "$state"
