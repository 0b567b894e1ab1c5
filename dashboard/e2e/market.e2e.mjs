import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { open, panel, says, textOf } from './harness.mjs';

describe('the market page', () => {
  let desk;
  const over = () => desk.page.locator('.panes .u-over').first();
  /** A copy of the first pane, to see whether it was drawn differently. */
  const drawn = () => desk.page.evaluate(() => document.querySelector('.panes canvas').toDataURL());
  const redrawn = (before) => desk.page.waitForFunction((old) => document.querySelector('.panes canvas').toDataURL() !== old, before);

  before(async () => {
    desk = await open();
    await desk.go('/market/BTCUSDT');
    await desk.page.locator('.panes canvas').nth(3).waitFor();
  });
  after(() => desk.close());

  it('draws four panes and reads the newest bucket out', async () => {
    const blank = await desk.page.evaluate(() =>
      [...document.querySelectorAll('.panes canvas')].filter((canvas) => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return data.every((value) => value === 0);
      }).length,
    );
    assert.equal(blank, 0);
    await says(desk.page, '.readout', 'still open');
    await says(desk.page, '.readout', 'VWAP 30m');
    await says(desk.page, '.readout', 'ATR 5m');
  });

  it('follows the crosshair in every pane at once', async () => {
    const before = await desk.page.locator('.readout').allInnerTexts();
    const box = await over().boundingBox();
    await desk.page.mouse.move(box.x + box.width / 3, box.y + 60);
    await desk.page.waitForFunction((old) => [...document.querySelectorAll('.readout')].filter((r, i) => r.innerText !== old[i]).length >= 3, before);
    const lines = await desk.page.locator('.panes .u-cursor-x').evaluateAll((all) => all.map((line) => line.style.transform));
    assert.equal(new Set(lines).size, 1);
  });

  it('says in words where nothing is known', async () => {
    const box = await over().boundingBox();
    for (let share = 0; share < 1; share += 0.01) {
      await desk.page.mouse.move(box.x + box.width * share, box.y + 60);
      await desk.page.waitForTimeout(130);
      if ((await textOf(desk.page, '.readout')).includes('gap')) return;
    }
    assert.fail('no gap found under the crosshair');
  });

  it('zooms with the wheel, pans by dragging and comes back by reset', async () => {
    const start = await drawn();
    const box = await over().boundingBox();
    await desk.page.mouse.move(box.x + box.width / 2, box.y + 80);
    await desk.page.mouse.wheel(0, -400);
    await redrawn(start);
    const zoomed = await drawn();
    await desk.page.mouse.down();
    await desk.page.mouse.move(box.x + box.width / 2 + 200, box.y + 80, { steps: 4 });
    await desk.page.mouse.up();
    await redrawn(zoomed);
    await desk.shot('market-zoomed');
    const panned = await drawn();
    await desk.page.getByRole('button', { name: 'Reset' }).click();
    await redrawn(panned);
  });

  it('changes range and candles, and keeps them in the URL', async () => {
    await desk.page.getByRole('button', { name: '6H' }).click();
    assert.match(desk.page.url(), /range=6h/);
    await says(desk.page, '.readout', '1m');
    await desk.page.getByRole('button', { name: '5m', exact: true }).click();
    await says(desk.page, '.readout', '5m');
    await desk.page.getByRole('button', { name: 'Trades' }).click();
    await says(desk.page, '.readout', 'last 500 trades');
    await desk.shot('market-trades');
    await desk.page.reload();
    await says(desk.page, '.readout', 'last 500 trades');
  });

  it('reads older buckets when the reader looks further back', async () => {
    await desk.go('/market/BTCUSDT?range=1h');
    await desk.page.locator('.panes canvas').nth(3).waitFor();
    const older = desk.page.waitForRequest((request) => /candles\?.*from=.*to=/.test(request.url()));
    for (let i = 0; i < 12; i++) await desk.page.getByRole('button', { name: 'Zoom out' }).click();
    await older;
  });

  it('shows the tape, newest first, with the taker in words', async () => {
    const tape = panel(desk.page, 'Tape');
    await says(desk.page, '.tape tbody td', /BUY|SELL/);
    const times = await tape.locator('tbody tr td:first-child').allInnerTexts();
    assert.deepEqual(times, [...times].sort().reverse());
    assert.deepEqual(desk.errors, []);
  });
});
