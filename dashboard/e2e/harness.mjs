import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startMock } from '../mock/server.mjs';
import { newPage } from './chromium.mjs';

const SHOTS = fileURLToPath(new URL('../target/screenshots/', import.meta.url));
const AT = Date.parse('2024-08-08T23:55:10Z');

export const real = process.env.BASE_URL !== undefined;

/** A fake desk (or the one at BASE_URL) and a browser that looks at it. Call `close` when done. */
export async function open({ scenario = 'full', at = AT, speed = 0, fault, browser = {} } = {}) {
  const mock = real ? null : await startMock({ scenario, at, speed, fault });
  const url = real ? process.env.BASE_URL.replace(/\/$/, '') : mock.url;
  const { context, page } = await newPage(browser);
  page.setDefaultTimeout(30_000);
  const errors = watchErrors(page);
  return {
    page,
    url,
    /** Console errors, uncaught exceptions and policy violations so far. */
    errors,
    go: (path) => page.goto(url + path),
    json: async (path) => (await fetch(`${url}/api/v1${path}`)).json(),
    setFault: async (name) => void (await fetch(`${url}/__mock?fault=${name}`)),
    shot: (name) => shot(page, name),
    close: async () => {
      await context.close();
      await mock?.close();
    },
  };
}

function watchErrors(page) {
  const errors = [];
  page.on('pageerror', (error) => errors.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    // The browser itself reports failed requests; tests that make them fail look at the page instead.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text());
  });
  return errors;
}

async function shot(page, name) {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}${name}.png` });
}

export const textOf = (page, selector) => page.locator(selector).first().innerText();

/** Waits until an element says something that matches. */
export async function says(page, selector, pattern) {
  const found = page.locator(selector).filter({ hasText: pattern }).first();
  await found.waitFor({ state: 'visible' });
}

/** A page that is wider than its window hides something from somebody. */
export async function assertNoOverflow(page, what) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(over, 0, `${what} is ${over} px wider than the window`);
}

export const panel = (page, title) => page.locator('section.panel').filter({ has: page.locator('h2', { hasText: new RegExp(`^${title}$`) }) });
