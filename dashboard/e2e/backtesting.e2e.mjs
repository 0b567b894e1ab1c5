import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { TOKEN } from '../mock/control.mjs';
import { assertNoOverflow, open, panel, says } from './harness.mjs';

describe('the backtesting page', () => {
  let desk;
  const form = () => panel(desk.page, 'Start a run');
  const run = () => panel(desk.page, 'Run');
  const start = () => form().locator('button[type="submit"]');
  before(async () => {
    desk = await open();
    await desk.go('/dashboard/backtesting');
    await says(desk.page, 'h1', 'Backtesting');
  });
  after(() => desk.close());

  it('offers the recordings that are there, and no way to name another file', async () => {
    const { files } = await desk.json('/backtests');
    for (const file of files) await says(desk.page, '.backtest-files label', file.name);
    assert.equal(await form().locator('input[type="checkbox"]').count(), files.length);
    assert.equal(await start().isDisabled(), true);
    await says(desk.page, '.note', 'Choose a recording.');
  });

  it('tells how many sets the values make, and needs several', async () => {
    await form().getByLabel('made-up-books').check();
    await says(desk.page, '.note', 'Give at least one setting several values');
    assert.equal(await start().isDisabled(), true);
    await form().getByLabel('buffer-bps').fill('0, 1,2');
    await form().getByLabel('max-notional').fill('200,1000');
    assert.equal(await start().innerText(), 'Start a sweep of 6 sets');
    await desk.shot('backtesting-form');
  });

  it('starts nothing without the token, and shows what the desk refuses', async () => {
    await start().click();
    await says(desk.page, '.answer.bad', 'Enter the operator token first');
    await form().getByLabel('Operator token').fill(TOKEN);
    await form().getByLabel('stale-ms').fill('soon');
    await start().click();
    await says(desk.page, '.answer.bad', "stale-ms is 'soon', expected 1 to 86400000 milliseconds");
    await form().getByLabel('stale-ms').fill('500');
    assert.equal((await desk.json('/backtests')).run, null);
  });

  it('runs a sweep to its report: verdict, and training beside the test', async () => {
    const sent = [];
    desk.page.on('request', (request) => request.method() === 'POST' && sent.push(request));
    await start().click();
    await says(desk.page, '.answer.ok', 'the sweep has begun');
    await says(desk.page, '.chip', 'UNDER WAY');
    assert.equal(await start().isDisabled(), true, 'one at a time');
    assert.deepEqual(sent[0].postDataJSON().vary, ['buffer-bps=0,1,2', 'max-notional=200,1000']);
    assert.deepEqual(sent[0].postDataJSON().settings.slice(0, 2), ['start=USD', 'stale-ms=500']);
    assert.match(sent[0].headers()['idempotency-key'], /^[0-9a-f-]{36}$/);
    await run().getByRole('link', { name: 'Open its report' }).click();
    await desk.page.waitForURL(/\/backtesting\/[0-9a-f]{64}$/);
    await says(desk.page, '.backtest-report .chip', 'OVERFIT');
    await says(desk.page, '.backtest-report .findings li', 'the probability of backtest overfitting is 0.612');
    const id = desk.page.url().split('/').at(-1);
    const { report } = await desk.json(`/backtests/${id}`);
    const rows = desk.page.locator('.backtest-report tbody tr');
    assert.equal(await rows.count(), 6);
    const best = report.folds[0].ranking[0];
    assert.match(await rows.first().innerText(), new RegExp(`buffer-bps ${report.sets[best.set].values['buffer-bps']}`));
    await says(desk.page, '.backtest-report dt', 'Ever tried on it');
    await says(desk.page, '.backtest-report .note', '50 ms');
    await desk.page.setViewportSize({ width: 1280, height: 900 });
    await desk.shot('backtesting-report');
    await assertNoOverflow(desk.page, 'a report');
  });

  it('stops a run', async () => {
    await start().click();
    await run().getByRole('button', { name: 'Stop the run' }).click();
    await says(desk.page, '.chip', 'STOPPED');
    await says(desk.page, '.note', 'stopped by the operator');
  });

  it('shows earlier reports, a replay with its opportunities and their decay', async () => {
    await desk.page.locator('section.panel tr', { hasText: '12 opportunities' }).locator('a').click();
    await says(desk.page, '.backtest-report td', 'USD → BTC → ETH → USD');
    await says(desk.page, '.backtest-report td', 'sold back');
    await says(desk.page, '.backtest-report dt', 'Edge that is left');
    await desk.page.keyboard.press('Escape');
    await desk.page.waitForURL(/\/backtesting$/);
    assert.deepEqual(desk.errors, []);
  });

  it('fits on a phone', async () => {
    const phone = await open({ browser: { colorScheme: 'dark', viewport: { width: 360, height: 760 } } });
    try {
      await phone.go('/backtesting');
      await says(phone.page, 'h2', 'Reports');
      await phone.page.locator('section.panel tbody a').first().waitFor();
      await assertNoOverflow(phone.page, 'backtesting');
      await phone.page.screenshot({ path: 'target/screenshots/phone-backtesting-whole.png', fullPage: true });
      await phone.page.locator('section.panel tbody a').first().click();
      await says(phone.page, '.backtest-report h3', 'Ranking');
      await assertNoOverflow(phone.page, 'a report');
      await phone.page.screenshot({ path: 'target/screenshots/phone-backtesting-report.png', fullPage: true });
    } finally {
      await phone.close();
    }
  });
});
