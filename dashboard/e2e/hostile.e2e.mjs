import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { open, says } from './harness.mjs';

const EVIL = '<img src=x onerror="window.owned=1">';

describe('hostile names', () => {
  let desk;
  const harmless = async () => {
    assert.equal(await desk.page.evaluate(() => window.owned), undefined);
    assert.equal(await desk.page.locator('#app img, #app script, #app iframe').count(), 0);
    assert.deepEqual(desk.errors, []);
  };
  before(async () => {
    desk = await open({ fault: 'hostile' });
  });
  after(() => desk.close());

  it('are text on the overview, also in the command to start them', async () => {
    await desk.go('/');
    await says(desk.page, '.strategy-name', EVIL);
    await says(desk.page, '.banner.replay', '<script>');
    await harmless();
    await desk.shot('hostile');
  });

  it('are text in lists, choices and details, and can be filtered by', async () => {
    await desk.go('/decisions');
    await desk.page.selectOption('select[aria-label="Strategy"]', EVIL);
    await says(desk.page, 'tbody td', EVIL);
    await desk.page.locator('tbody tr a').first().click();
    await says(desk.page, '.split-detail dd', EVIL);
    await harmless();
    await desk.go('/orders');
    await says(desk.page, 'tbody td', '{{7*7}}<b>ENTRY</b>');
    await harmless();
  });

  it('are text on the other pages, and in the address', async () => {
    for (const path of ['/positions', '/system']) {
      await desk.go(path);
      await says(desk.page, 'main td', EVIL);
      await harmless();
    }
    await desk.go(`/market/${encodeURIComponent(EVIL)}?q=${encodeURIComponent(EVIL)}`);
    await says(desk.page, 'h2', EVIL);
    await harmless();
  });
});
