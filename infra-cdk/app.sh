#!/usr/bin/env bash
# What the CDK's command line runs (see cdk.json): the Java app, on JDK 25.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
java_home=$(../tools/find-jdk.sh)
# They run on the Node.js that the rest of the desk asks for; no need for a page of warning each time.
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=18,20
exec "$java_home/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp 'target/lib/*' dev.sextant.infra.SextantApp ..
