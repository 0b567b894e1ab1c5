#!/bin/sh
# What Maven calls: "install" brings the packages in when the lock file is newer than they are, "build" and "test" run
# the scripts of package.json. Says in one line what is missing.
set -eu
cd "$(dirname "$0")/.."

missing() {
  echo "dashboard: $1; install Node.js 20.19 or newer with npm (https://nodejs.org, or your system's packages)." >&2
  exit 2
}
command -v node >/dev/null 2>&1 || missing "node is missing"
command -v npm >/dev/null 2>&1 || missing "npm is missing"
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
  missing "node $(node --version) is too old"

case "$1" in
  install)
    # npm writes this file last, so it tells when the packages were complete.
    if [ -n "$(find node_modules/.package-lock.json -newer package-lock.json 2>/dev/null)" ]; then exit 0; fi
    exec npm ci --prefer-offline --no-audit --no-fund --loglevel=error
    ;;
  build) exec npm run --silent build ;;
  test) exec npm run --silent test ;;
  *)
    echo "dashboard: npm.sh knows install, build and test, not \"$1\"." >&2
    exit 2
    ;;
esac
