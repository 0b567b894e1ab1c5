#!/usr/bin/env bash
# How long a triangle takes from the detector's word to its first order in the socket's hands: bench/direct-lane.sh [seconds].
# A desk of its own with a made-up Kraken market on loopback, its claim in Postgres with fsync on. Ends by itself. The first half
# minute, in which the machine warms up, is not counted. Not included: the network to a venue, and what the Data API of AWS adds.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-180}
./mvnw -B -ntp -q -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip package -pl local,dashboard -am
state=$(mktemp -d)
trap 'rm -rf "$state"' EXIT
export SEXTANT_STATE="$state" SEXTANT_NO_BUILD=1
./sextant up --port 18112 --venue kraken --for "${seconds}s" > "$state/out" 2>&1 || { tail -3 "$state/out"; exit 1; }
begun=$(date -u -d "$(grep -m1 'leg 1 written' "$state/log/desk.log" | cut -d' ' -f1)" +%s)
grep 'leg 1 written' "$state/log/desk.log" | while read -r at _ rest; do
    [ "$(date -u -d "$at" +%s)" -ge $((begun + 30)) ] && echo "$rest" | sed 's/.*written \([0-9]*\) us.*/\1/' || true
done | sort -n > "$state/us"
count=$(wc -l < "$state/us")
at() { sed -n "$((($count * $1 + 99) / 100))p" "$state/us"; }
echo "from sight to the socket, $count first legs in ${seconds} s: p50 $(at 50) us, p90 $(at 90) us, p99 $(at 99) us, worst $(tail -1 "$state/us") us"
