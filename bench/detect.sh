#!/usr/bin/env bash
# How long an update of a book takes until it is known whether a cycle through it earns something, beside other ways of
# looking, on this machine: bench/detect.sh [updates].
set -euo pipefail
cd "$(dirname "$0")/.."
./mvnw -B -ntp -q -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip package -pl bench -am
java_home=$(tools/find-jdk.sh)
"$java_home/bin/java" -Xmx1g -cp "bench/target/classes:$(cat bench/target/class-path.txt)" \
    dev.sextant.bench.detect.DetectBench "$@"
