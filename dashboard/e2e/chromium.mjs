import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** The browser's path; installs it where that is possible without asking anybody. Null if there is none. */
export function findChromium() {
  const found = () => [process.env.CHROMIUM, ...PLACES].find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;
  return found() ?? (install() ? found() : null);
}

function install() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  console.log('Chromium is missing: trying apt-get install -y chromium');
  const apt = (...words) => spawnSync('apt-get', words, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  return apt('install', '-y', 'chromium') || (apt('update') && apt('install', '-y', 'chromium'));
}

let browser = null;

/** A page in a context of its own; the browser, with a new empty profile, is started once. */
export async function newPage(options = {}) {
  browser ??= await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
  const look = { viewport: { width: 1440, height: 900 }, colorScheme: 'dark', timezoneId: 'Asia/Kathmandu' };
  const context = await browser.newContext({ ...look, ...options });
  return { context, page: await context.newPage() };
}

export async function quit() {
  await browser?.close();
}
