import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { open, says, textOf } from './harness.mjs';

describe('the keyboard', () => {
  let desk;
  const press = async (...keys) => {
    for (const key of keys) await desk.page.keyboard.press(key);
  };
  before(async () => {
    desk = await open();
    await desk.go('/');
    await says(desk.page, '.mode', 'PAPER');
  });
  after(() => desk.close());

  it('goes to every page with g and a letter', async () => {
    for (const [key, heading] of [['m', 'Market'], ['d', 'Decisions'], ['r', 'Orders'], ['p', 'Positions'], ['b', 'Backtesting'], ['k', 'Risk'], ['s', 'System'], ['o', 'Overview']]) {
      await press('g', key);
      await says(desk.page, 'h1', heading);
    }
  });

  it('walks rows with j and k, opens with Enter, closes with Escape', async () => {
    await press('g', 'd');
    await desk.page.locator('tbody tr').nth(3).waitFor();
    await press('j', 'j', 'j', 'k');
    const row = () => desk.page.evaluate(() => [...document.querySelectorAll('tbody tr')].indexOf(document.activeElement));
    assert.equal(await row(), 1);
    await press('Enter');
    await desk.page.waitForURL(/\/decisions\/[0-9a-f]+/);
    await says(desk.page, '.split-detail h2', 'Decision');
    await press('Escape');
    await desk.page.waitForURL(/\/decisions$/);
  });

  it('reaches the filter with / and leaves it with Escape, typing letters as letters', async () => {
    await press('/');
    await desk.page.keyboard.type('gmt');
    assert.equal(await desk.page.inputValue('input[data-filter]'), 'gmt');
    assert.match(await textOf(desk.page, 'h1'), /Decisions/);
    await press('Escape');
    assert.equal(await desk.page.evaluate(() => document.activeElement?.tagName), 'BODY');
  });

  it('shows its own help with ? and hides it with Escape', async () => {
    await press('?');
    await says(desk.page, 'dialog[open]', 'UTC or local time');
    await desk.shot('help');
    await press('Escape');
    await desk.page.locator('dialog[open]').waitFor({ state: 'detached' });
    await press('?');
    await desk.page.locator('dialog[open]').waitFor();
    await press('Escape');
  });

  it('changes the time zone with t', async () => {
    const zone = () => textOf(desk.page, '.clock-zone');
    assert.equal(await zone(), 'UTC');
    await press('t');
    assert.equal(await zone(), 'UTC+05:45');
    await press('t');
    assert.equal(await zone(), 'UTC');
  });

  it('reaches everything with Tab, beginning with the way past the menu', async () => {
    await desk.go('/');
    await press('Tab');
    assert.equal(await desk.page.evaluate(() => document.activeElement?.textContent), 'Skip to content');
    await press('Enter', 'Tab');
    assert.ok(await desk.page.evaluate(() => document.querySelector('main').contains(document.activeElement)));
    assert.deepEqual(desk.errors, []);
  });
});
