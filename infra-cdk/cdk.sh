#!/usr/bin/env bash
# The CDK for this desk: `infra-cdk/cdk.sh synth`, `diff`, `deploy --all`, with any option of the CDK's command line.
# Builds what is missing or older than its sources first, so that nothing stale is deployed. See docs/deploy.md.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
stamp="$here/target/.built"

for tool in node npm; do
  command -v "$tool" >/dev/null || { echo "cdk.sh: $tool is missing; install Node.js 20.19 or newer with npm." >&2; exit 2; }
done

stale() {
  [ -f "$stamp" ] || return 0
  [ -n "$(find "$root"/{pom.xml,shared,functions,ingest-fargate,dashboard,infra-cdk} \
      \( -name target -o -name node_modules -o -name dist -o -path '*/src/test' \) -prune -o \
      -type f -newer "$stamp" -print -quit)" ]
}

if [ -z "${SEXTANT_NO_BUILD:-}" ] && stale; then
  echo "cdk.sh: building (the first build fetches the libraries and takes a few minutes) …" >&2
  mkdir -p "$here/target"
  started="$here/target/.building"
  touch "$started"
  modules=functions/signal-scorer,functions/risk-check,functions/order-placer,functions/reconciler,functions/api
  if ! "$root/mvnw" -q -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip \
      -pl "$modules,ingest-fargate,ingest-fargate/recorder,ingest-fargate/direct,dashboard,infra-cdk" -am package >"$here/target/build.log" 2>&1; then
    echo "cdk.sh: the build failed; the end of $here/target/build.log says why:" >&2
    tail -5 "$here/target/build.log" >&2
    exit 1
  fi
  mv "$started" "$stamp"
fi

cd "$here"
cmp -s package-lock.json node_modules/.installed-lock.json || {
  npm ci --no-audit --no-fund --loglevel=error >&2
  cp package-lock.json node_modules/.installed-lock.json
}
exec node_modules/.bin/cdk "$@"
