#!/usr/bin/env bash
# The long form of the fuzzing: fuzz/run.sh [target|all] [inputs] [seed] [seconds for each target at most],
# or fuzz/run.sh replay <target> <file>.
# Build first: ./mvnw -q -pl fuzz -am package -DskipTests
set -euo pipefail
cd "$(dirname "$0")"
java_home=$(../tools/find-jdk.sh)
# Without stack traces a refusal costs little, and most inputs are refused; replay shows them.
trace=-XX:-StackTraceInThrowable
if [[ ${1:-} == replay ]]; then trace=-XX:+StackTraceInThrowable; fi
exec "$java_home/bin/java" -Xmx512m -XX:+UseSerialGC "$trace" -Dsextant.log.level=ERROR \
    --enable-native-access=ALL-UNNAMED -cp "target/classes:$(cat target/class-path.txt)" dev.sextant.fuzz.FuzzMain "$@"
