import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { open, says } from './harness.mjs';

const WATCHED_MS = 4_000;

describe('the pace', () => {
  let desk;
  let asked = [];
  before(async () => {
    desk = await open({ speed: 1 });
    desk.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await desk.go('/market');
    await desk.page.locator('.panes canvas').nth(3).waitFor();
    await says(desk.page, '.tape tbody td', /BUY|SELL/);
  });
  after(() => desk.close());

  const watch = async (ms) => {
    asked = [];
    await desk.page.waitForTimeout(ms);
    return asked;
  };

  it('reads health every second and the tape every two', async () => {
    const paths = await watch(WATCHED_MS);
    const times = (path) => paths.filter((p) => p === path).length;
    assert.ok(times('/api/v1/health') >= 2 && times('/api/v1/health') <= 5, `health ${times('/api/v1/health')}`);
    assert.ok(times('/api/v1/market/BTCUSDT/trades') <= 3);
  });

  it('changes no panel more than ten times a second', async () => {
    const most = await desk.page.evaluate(async (ms) => {
      const counts = [...document.querySelectorAll('section.panel')].map((panel) => {
        const count = { batches: 0 };
        new MutationObserver(() => (count.batches += 1)).observe(panel, { subtree: true, childList: true, characterData: true, attributes: true });
        return count;
      });
      await new Promise((done) => setTimeout(done, ms));
      return Math.max(...counts.map((count) => count.batches));
    }, WATCHED_MS);
    assert.ok(most <= (10 * WATCHED_MS) / 1000, `${most} changes in ${WATCHED_MS} ms`);
  });

  it('asks nothing while it is hidden, and at once when it is seen again', async () => {
    const show = (state) => desk.page.evaluate((s) => {
      Object.defineProperty(document, 'visibilityState', { value: s, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
    await show('hidden');
    await desk.page.waitForTimeout(300);
    assert.deepEqual(await watch(3_000), []);
    const again = desk.page.waitForRequest((request) => request.url().endsWith('/api/v1/health'), { timeout: 800 });
    await show('visible');
    await again;
    assert.deepEqual(desk.errors, []);
  });

  it('moves the price and the replay along', async () => {
    await desk.go('/');
    const at = () => desk.page.locator('.banner.replay').innerText();
    await says(desk.page, '.banner.replay', 'Replaying');
    const before = await at();
    await desk.page.waitForFunction((old) => document.querySelector('.banner.replay').innerText !== old, before);
  });
});
