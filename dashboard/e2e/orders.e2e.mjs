import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { open, panel, says } from './harness.mjs';

describe('orders and positions', () => {
  let desk;
  before(async () => {
    desk = await open();
    await desk.go('/orders');
  });
  after(() => desk.close());

  it('filters by state on the server', async () => {
    await desk.page.selectOption('select[aria-label="State"]', 'RISK_REJECTED');
    await desk.page.waitForFunction(() => {
      const chips = [...document.querySelectorAll('tbody .chip')];
      return chips.length > 0 && chips.every((chip) => chip.textContent === 'RISK_REJECTED');
    });
    await desk.page.locator('tbody tr a').first().click();
    await says(desk.page, '.reason', 'max_positions_per_symbol');
    await says(desk.page, '.verdict', 'nothing was sent');
  });

  it('tells the life of an order, step by step, with its fills', async () => {
    const { items } = await desk.json('/orders?limit=500&state=FILLED');
    const entries = await Promise.all(items.filter((o) => o.purpose === 'ENTRY').map((o) => desk.json(`/orders/${o.intent_id}`)));
    const unclear = entries.find((order) => order.trail.some((step) => step.to === 'UNKNOWN'));
    await desk.go(`/orders/${unclear.intent_id}`);
    for (const step of unclear.trail) await says(desk.page, '.trail li', step.text);
    await says(desk.page, '.trail .chip.bad', 'UNKNOWN');
    await says(desk.page, '.trail-took', /\+[\d.]+ m?s/);
    await says(desk.page, '.split-detail table', 'taker');
    await desk.shot('order');
  });

  it('leads to the decision behind it and to the trade on the chart', async () => {
    const order = desk.page.url();
    await desk.page.getByRole('link', { name: 'Why: the decision' }).click();
    await says(desk.page, '.split-detail h2', 'Decision');
    await desk.page.goto(order);
    await desk.page.getByRole('link', { name: 'The trade on the chart' }).click();
    await desk.page.waitForURL(/\/market\/BTCUSDT\?trade=/);
    await desk.page.locator('.panes canvas').first().waitFor();
    await desk.shot('trade-on-chart');
  });

  it('shows positions, round trips and no absurd statistics', async () => {
    await desk.go('/positions');
    await says(desk.page, 'main', 'stop at venue');
    await says(desk.page, '.no-sharpe', /No Sharpe.*nothing is annualised before 30 days/s);
    await says(desk.page, '.stat', /95 % sure|needs 10 closed trades/);
    const trips = panel(desk.page, 'Round trips');
    await trips.locator('tbody tr').first().waitFor();
    const { items } = await desk.json('/trades?limit=500');
    assert.equal(await trips.locator('tbody tr').count(), items.length);
  });

  it('warns of a position that nothing protects', async () => {
    await desk.setFault('unprotected');
    await desk.go('/');
    await says(desk.page, '.protection .chip.bad', 'NOT PROTECTED');
    await says(desk.page, '.status-link', '1 CHECK FAILED');
    await desk.shot('unprotected');
    assert.deepEqual(desk.errors, []);
  });
});
