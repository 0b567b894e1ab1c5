import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { open, says, textOf } from './harness.mjs';

describe('when things go wrong', () => {
  let desk;
  before(async () => {
    desk = await open();
    await desk.go('/');
    await says(desk.page, '.price-main .big', /\d/);
  });
  after(() => desk.close());

  it('says that the desk is gone, keeps the last values, greys them and tells their age', async () => {
    const price = await textOf(desk.page, '.price-main .big');
    await desk.setFault('down');
    await says(desk.page, '.banner.bad', 'No connection to the desk');
    await says(desk.page, '.status-link', 'NO CONNECTION');
    await says(desk.page, '.panel-head .chip.warn', /\d+(\.\d)? s\s+old/);
    await desk.page.locator('.panel-body.stale').first().waitFor();
    assert.equal(await textOf(desk.page, '.price-main .big'), price);
    await desk.shot('api-down');
  });

  it('comes back by itself', async () => {
    await desk.setFault('none');
    await desk.page.locator('.banner.bad').waitFor({ state: 'detached', timeout: 30_000 });
    await says(desk.page, '.status-link', 'HEALTHY');
    await desk.page.locator('.panel-body.stale').first().waitFor({ state: 'detached', timeout: 30_000 });
  });

  it('says RECOVERING on a 503, with the health that comes along', async () => {
    await desk.setFault('recovering');
    await says(desk.page, '.banner.warn', 'The desk is recovering');
    await says(desk.page, '.status-link', 'RECOVERING');
    await says(desk.page, '.health-lines', 'Consumers');
    await desk.shot('recovering');
    await desk.go('/orders');
    await says(desk.page, '.failed', 'The desk is recovering');
  });

  it('gives each panel its own error when the desk answers nonsense', async () => {
    await desk.setFault('malformed');
    await desk.go('/');
    await says(desk.page, '.failed', 'The answer could not be read');
    await desk.setFault('error');
    await desk.go('/system');
    await says(desk.page, '.failed', 'the store did not answer');
  });

  it('says how to start a desk that was never there', async () => {
    await desk.setFault('down');
    await desk.go('/');
    await says(desk.page, '.banner.bad', './sextant up');
    await says(desk.page, '.failed', 'No connection to the desk');
    await desk.shot('never-there');
  });

  it('shows that it is loading while the desk is slow', async () => {
    await desk.setFault('slow');
    await desk.go('/');
    await desk.page.locator('.loading').first().waitFor();
    await says(desk.page, '.price-main .big', /\d/);
  });

  it('tells that the session before crashed', async () => {
    await desk.setFault('crash');
    await desk.go('/');
    await says(desk.page, '.banner.warn', 'ended in a crash');
  });

  it('never breaks its own page', () => assert.deepEqual(desk.errors, []));
});
