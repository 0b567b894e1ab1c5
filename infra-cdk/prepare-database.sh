#!/usr/bin/env bash
# Brings the database of a deployed desk up to date: `infra-cdk/prepare-database.sh sextant-testnet -c sextant:NAME=VALUE …`, with
# the settings of its stacks. Needs the AWS credentials and AWS_REGION of whoever deploys; see docs/deploy.md.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ -d "$here/target/lib" ] || { echo "prepare-database: infra-cdk is not built; build it with: ./mvnw -DskipTests package" >&2; exit 2; }
java_home=$("$here/../tools/find-jdk.sh") || exit 2
exec "$java_home/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
  -Dsextant.log.to=STDERR -Dsextant.log.level=WARN -cp "$here/target/lib/*" dev.sextant.infra.database.PrepareDatabase "$here" "$@"
