#!/usr/bin/env bash
# Installs the emulator's packages when the lock file has changed since the last time. Without Node.js the build goes on:
# the tests that need the emulator skip aloud, and the desk says what is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
stamp=node_modules/.installed-lock.json
cmp -s package-lock.json "$stamp" && exit 0
for tool in node npm; do
  command -v "$tool" >/dev/null || { echo "kinesis-emulator: $tool is missing; install Node.js 18 or newer to run the streams locally."; exit 0; }
done
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
# The store's native part comes ready-made for most platforms; elsewhere it is compiled.
node -e "require('leveldown')" 2>/dev/null || npm rebuild leveldown
cp package-lock.json "$stamp"
