import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { open, says, textOf } from './harness.mjs';

describe('decisions', () => {
  let desk;
  before(async () => {
    desk = await open();
    await desk.go('/decisions');
  });
  after(() => desk.close());

  it('lists those not taken too, with the gate that stopped them', async () => {
    await says(desk.page, '.gate', /needed \+\d+/);
    await desk.page.getByRole('button', { name: 'Taken', exact: true }).click();
    await says(desk.page, '.gate.fired', 'fired');
    assert.match(desk.page.url(), /taken=true/);
    assert.equal(await desk.page.locator('.gate:not(.fired)').count(), 0);
  });

  it('opens one beside the list, with a URL of its own', async () => {
    await desk.page.locator('tbody tr a').first().click();
    await desk.page.waitForURL(/\/decisions\/[0-9a-f]{64}\?taken=true/);
    await says(desk.page, '.verdict', 'TAKEN');
    assert.equal(await desk.page.locator('tr[aria-current]').count(), 1);
  });

  it('explains the score by factors that add up to it', async () => {
    const decision = await desk.json(new URL(desk.page.url()).pathname);
    const rows = desk.page.locator('.waterfall-row:not(.waterfall-head)');
    assert.equal(await rows.count(), decision.factors.length + 1);
    for (const factor of decision.factors) await says(desk.page, '.waterfall', factor.name);
    assert.match(await rows.last().innerText(), new RegExp(`Score\\s+${decision.score}`));
    assert.equal(await desk.page.locator('.waterfall', { hasText: 'not explained' }).count(), 0);
    await desk.shot('decision-taken');
  });

  it('shows both sides, the indicators and what became of it', async () => {
    await says(desk.page, '.one-side.chosen', /LONG|SHORT/);
    await says(desk.page, '.facts.mono', 'cvd_fast');
    await says(desk.page, '.consequence', /approved|refused/);
    await desk.page.click('.consequence a');
    await says(desk.page, '.split-detail h2', 'Order');
    await desk.page.goBack();
  });

  it('marks missing inputs as missing', async () => {
    await desk.go('/decisions?strategy=v51_baseline');
    await desk.page.locator('tbody tr a').first().click();
    await says(desk.page, '.factor-input', 'MISSING');
    await says(desk.page, '.verdict', 'NOT TAKEN');
    await desk.shot('decision-not-taken');
  });

  it('filters by words', async () => {
    await desk.go('/decisions');
    await desk.page.fill('input[data-filter]', 'cooldown short');
    await desk.page.waitForFunction(() => [...document.querySelectorAll('tbody tr')].every((row) => row.textContent?.includes('cooldown of SHORT')));
    await desk.page.fill('input[data-filter]', 'nothing like this');
    await says(desk.page, '.empty', 'None of the');
  });

  it('loads older ones on request', async () => {
    await desk.go('/decisions?taken=false');
    await says(desk.page, '.gate', 'needed');
    const before = await desk.page.locator('tbody tr').count();
    await desk.page.getByRole('button', { name: 'Load older' }).click();
    await desk.page.waitForFunction((count) => document.querySelectorAll('tbody tr').length > count, before);
  });

  it('says what is wrong with an id that does not exist', async () => {
    await desk.go('/decisions/nope');
    await says(desk.page, '.split-detail .failed', 'decision id is nope');
    assert.match(await textOf(desk.page, 'h1'), /Decisions/);
    assert.deepEqual(desk.errors, []);
  });
});
