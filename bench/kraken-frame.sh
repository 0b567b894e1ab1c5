#!/usr/bin/env bash
# How long a frame of Kraken's book channel takes from its bytes to a book with a verified checksum, beside other ways, on
# this machine: bench/kraken-frame.sh [frames [file symbol price-precision quantity-precision depth]]. The file holds
# recorded frames of one pair, one a line, plain or .gz.
set -euo pipefail
if [ $# -ge 2 ]; then file=$(realpath "$2"); set -- "$1" "$file" "${@:3}"; fi
cd "$(dirname "$0")/.."
./mvnw -B -ntp -q -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip package -pl bench -am
java_home=$(tools/find-jdk.sh)
"$java_home/bin/java" -Xmx1g -Dsextant.log.level=ERROR -cp "bench/target/classes:$(cat bench/target/class-path.txt)" \
    dev.sextant.bench.frame.FrameBench "$@"
