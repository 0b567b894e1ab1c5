import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertNoOverflow, open, panel, says } from './harness.mjs';

describe('the opportunities page', () => {
  let desk;
  before(async () => {
    desk = await open();
    await desk.go('/opportunities');
  });
  after(() => desk.close());

  it('shows what pays now: edge, size, legs with their depth, and the age of each book', async () => {
    const [live] = (await desk.json('/opportunities?live=true')).items;
    await says(desk.page, '.live-cycle strong', live.cycle.replaceAll('>', ' → '));
    await says(desk.page, '.live-head', `${live.edge_bps.toFixed(1)} bps`);
    await says(desk.page, '.live-head', `not taken: ${live.not_taken}`);
    for (const leg of live.legs) await says(desk.page, '.live-cycle td', leg.pair);
    await says(desk.page, '.live-cycle th', 'Book age');
    await says(desk.page, '.live-cycle td', '180 ms');
  });

  it('says how the watch is, and that its market is made up', async () => {
    await says(desk.page, '.watch-line', '34 of 34 books follow, 72 cycles');
    await says(desk.page, '.watch .chip.synth', 'SYN');
    await says(desk.page, '.findings li', '41 lots and fees took it');
    assert.equal(await panel(desk.page, 'Watch').locator('.chip.ok').innerText(), 'CONNECTED');
  });

  it('tells the fee and the last trade of each pair, and how pings are answered', async () => {
    const { watch } = await desk.json('/opportunities/summary?latency_ms=100');
    await says(desk.page, '.watch-facts dd', '14 ms, 1 unanswered');
    const rows = panel(desk.page, 'Pairs').locator('tbody tr');
    assert.equal(await rows.count(), watch.markets.length);
    await says(desk.page, '.markets-panel td', 'ETH/BTC');
    assert.match(await rows.filter({ hasText: 'ETH/BTC' }).innerText(), /19\.0\s+0\.05\d+/);
    assert.match(await rows.filter({ hasText: 'BTC/USD' }).innerText(), /26\.0\s+61,8\d\d\.\d/);
    assert.match(await rows.filter({ hasText: 'SOL/ETH' }).innerText(), /NO BOOK\s+19\.0\s+–/);
    await assertNoOverflow(desk.page, 'the pairs');
  });

  it('tells what was traded: PnL by cycle, and how the newest plans ended', async () => {
    const summary = await desk.json('/plans/summary');
    const traded = panel(desk.page, 'Traded');
    const [first] = summary.cycles;
    await says(desk.page, '.plans-tables td', first.cycle.replaceAll('>', ' → '));
    await says(desk.page, '.plans .watch-facts dt', `PnL in ${first.start_asset}`);
    await says(desk.page, '.plans .watch-facts dd', 'median 84 ms');
    await says(desk.page, '.plans-tables .chip', 'SOLD BACK');
    assert.equal(await traded.locator('table').nth(1).locator('tbody tr').count(), 8);
  });

  it('draws the decay, and tells the chance to capture one at a latency', async () => {
    const summary = await desk.json('/opportunities/summary?latency_ms=100');
    assert.equal(await desk.page.locator('.decay-point').count(), summary.decay.length);
    const points = (await desk.page.locator('.decay-mean').getAttribute('points')).split(' ');
    assert.equal(points.length, summary.decay.length + 1);
    await says(desk.page, '.capture', '84 ms late still meets');
    assert.equal(await desk.page.getByRole('button', { name: 'measured (84 ms)' }).getAttribute('aria-pressed'), 'true');
    await says(desk.page, '.decay-key', 'without those that were taken');
    await desk.page.getByRole('button', { name: '100 ms' }).click();
    await says(desk.page, '.capture', '100 ms late still meets');
    await desk.page.getByRole('button', { name: '1 s' }).click();
    const late = await desk.json('/opportunities/summary?latency_ms=1000');
    await says(desk.page, '.capture', `${(late.capture.probability * 100).toFixed(1)} %`);
    await desk.page.waitForURL(/latency=1000/);
  });

  it('lists those that are over with their life and ending, by cycle', async () => {
    const { items } = await desk.json('/opportunities?live=false&limit=50');
    const cycle = items[0].cycle;
    await desk.page.selectOption('select[aria-label="Cycle"]', cycle);
    await desk.page.waitForFunction((words) => {
      const cells = [...document.querySelectorAll('.split-list tbody tr td:nth-child(2)')];
      return cells.length > 0 && cells.every((cell) => cell.textContent === words);
    }, cycle.replaceAll('>', ' → '));
    await says(desk.page, '.split-list td', 'the prices moved');
    await desk.shot('opportunities');
  });

  it('opens one with the books that prove it', async () => {
    await desk.page.locator('.split-list tbody tr a').first().click();
    await says(desk.page, '.split-detail h2', 'Opportunity');
    await says(desk.page, '.split-detail dt', 'Worst loss');
    assert.equal(await desk.page.locator('.ladder').count(), 3);
    const id = new URL(desk.page.url()).pathname.split('/').at(-1);
    const one = await desk.json(`/opportunities/${id}`);
    assert.equal(await desk.page.locator('.ladder').first().locator('li.used').count(), one.books[0].used);
    await says(desk.page, '.ladder li', one.books[0].levels[0][0]);
    await assertNoOverflow(desk.page, 'an opportunity');
    await desk.shot('opportunity');
    assert.deepEqual(desk.errors, []);
  });

  it('says what to start when nothing is watched', async () => {
    const short = await open({ scenario: 'short' });
    await short.go('/opportunities');
    await says(short.page, '.empty', './sextant up --venue both');
    await says(short.page, '.empty', 'No opportunity yet');
    await says(short.page, '.empty', 'No opportunity has been followed yet');
    await short.close();
  });
});
