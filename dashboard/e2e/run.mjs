// Runs the browser tests against the built dashboard. Without Chromium it says so and passes, since a machine that
// only compiles needs no browser. BASE_URL=http://127.0.0.1:8080 runs the read-only part against a running desk.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

const chromium = findChromium();
if (chromium === null) {
  console.log('browser tests skipped: Chromium is missing; install it (Debian: apt-get install chromium) or set CHROMIUM to its path.');
  process.exit(0);
}
if (process.env.BASE_URL === undefined && !existsSync(`${here}../dist/index.html`)) {
  console.error('browser tests: dashboard/dist is missing; run "npm run build" first.');
  process.exit(1);
}

const run = spawnSync(process.execPath, ['--test', '--test-reporter=spec', `${here}all.e2e.mjs`], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM: chromium },
});
process.exit(run.status ?? 1);
