import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertNoOverflow, open, real, says } from './harness.mjs';

const PAGES = [
  ['overview', '/', 'Overview'],
  ['market', '/market', 'Market'],
  ['decisions', '/decisions', 'Decisions'],
  ['orders', '/orders', 'Orders'],
  ['positions', '/positions', 'Positions & PnL'],
  ['opportunities', '/opportunities', 'Opportunities'],
  ['backtesting', '/backtesting', 'Backtesting'],
  ['risk', '/risk', 'Risk'],
  ['system', '/system', 'System'],
];

const LOOKS = [
  ['dark', { colorScheme: 'dark' }],
  ['light', { colorScheme: 'light' }],
  ['phone', { colorScheme: 'dark', viewport: { width: 360, height: 760 } }],
];

for (const [look, browser] of LOOKS) {
  describe(`every page, ${look}`, () => {
    let desk;
    before(async () => {
      desk = await open({ browser });
    });
    after(() => desk.close());

    for (const [name, path, heading] of PAGES) {
      it(`shows ${name}`, async () => {
        await desk.go(path);
        await says(desk.page, 'h1', heading);
        const health = await desk.json('/health');
        await says(desk.page, '.mode', health.mode.toUpperCase());
        await says(desk.page, 'header .chip.synth', `${health.synthetic_inputs.length} inputs`);
        if (health.replay !== null) await says(desk.page, '.banner.replay', health.replay.capture);
        for (const input of health.synthetic_inputs) await says(desk.page, '.banner.synth', input.replaceAll('_', ' '));
        await desk.page.locator('.loading').first().waitFor({ state: 'detached' });
        assert.equal(await desk.page.locator('.failed').count(), 0, 'a panel failed');
        await assertNoOverflow(desk.page, name);
        assert.deepEqual(desk.errors, []);
        await desk.shot(`${look}-${name}`);
      });
    }
  });
}

describe('walking through the pages', () => {
  let desk;
  before(async () => {
    desk = await open();
  });
  after(() => desk.close());

  it('reaches every page by its link, without loading anew', async () => {
    await desk.go('/');
    await desk.page.evaluate(() => (window.here = true));
    for (const [, path, heading] of PAGES) {
      await desk.page.click(`nav[aria-label="Pages"] li a[href="${path}"]`);
      await says(desk.page, 'h1', heading);
    }
    assert.equal(await desk.page.evaluate(() => window.here), true);
    await desk.page.goBack();
    await says(desk.page, 'h1', 'Risk');
  });

  it('says that an address is nowhere', async () => {
    await desk.go('/no/such/page');
    await says(desk.page, 'main', 'There is no page at this address');
  });

  it('opens the newest decision and order, if there are any', async () => {
    for (const kind of ['decisions', 'orders']) {
      await desk.go(`/${kind}`);
      const { items } = await desk.json(`/${kind}`);
      if (items.length === 0) continue;
      await desk.page.locator('tbody tr a').first().click();
      await says(desk.page, '.split-detail h2', kind === 'orders' ? 'Order' : 'Decision');
      await desk.page.locator('.split-detail .verdict').waitFor();
      await assertNoOverflow(desk.page, kind);
      await desk.shot(`open-${kind}`);
    }
    assert.deepEqual(desk.errors, []);
  });
});

describe('the overview', { skip: real }, () => {
  let desk;
  before(async () => {
    desk = await open();
  });
  after(() => desk.close());

  it('shows the price, today, the position between stop and targets, and the title', async () => {
    await desk.go('/');
    const [rate] = (await desk.json('/rates')).items;
    await says(desk.page, '.price-main .big', Number(rate.price).toLocaleString('en-US'));
    await says(desk.page, '.today', 'closed trade');
    for (const name of ['SL', 'Entry', 'Now', 'TP1', 'TP2']) await says(desk.page, '.rail-name', name);
    await says(desk.page, '.protection', 'Protected');
    await desk.page.waitForFunction(() => /^[+−]?[\d.,]+ USDT · BTCUSDT .* · Sextant PAPER$/.test(document.title));
  });

  it('tells how to start a stopped strategy', async () => {
    await says(desk.page, '.how-to-start', './sextant strategy start v51_baseline');
  });

  it('leads from a strategy that scores nothing to the triangles', async () => {
    await says(desk.page, '.strategy', 'It scores nothing');
    assert.equal(await desk.page.locator('.strategy-gate a').getAttribute('href'), '/opportunities');
  });

  it('marks synthetic numbers beside the numbers, and no others', async () => {
    assert.ok((await desk.page.locator('.price-facts .chip.synth').count()) >= 2);
    assert.equal(await desk.page.locator('.position .chip.synth').count(), 0, 'a position is valued at the last trade');
  });

  it('leads from a bar of the strip to its decision', async () => {
    await desk.page.locator('.strip a').first().click();
    await says(desk.page, '.split-detail h2', 'Decision');
  });
});

describe('a first run: minutes of data, nothing traded', { skip: real }, () => {
  let desk;
  before(async () => {
    desk = await open({ scenario: 'short' });
  });
  after(() => desk.close());

  it('has an honest word for each empty panel', async () => {
    await desk.go('/');
    await says(desk.page, '.empty', 'No position is open');
    await says(desk.page, '.empty', 'No trade yet');
    await desk.shot('first-run');
    await desk.go('/orders');
    await says(desk.page, '.empty', 'No order yet');
    await desk.go('/positions');
    await says(desk.page, '.empty', 'Statistics begin with the first closed trade');
    await desk.go('/market');
    await says(desk.page, '.readout', 'window not covered yet');
    await desk.shot('first-run-market');
    assert.deepEqual(desk.errors, []);
  });

  it('says when the replay is over', async () => {
    const late = await open({ scenario: 'short', at: Date.parse('2024-08-09T00:10:00Z') });
    await late.go('/');
    await says(late.page, '.banner.replay', 'Replay finished');
    await late.close();
  });
});
