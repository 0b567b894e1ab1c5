import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { TOKEN } from '../mock/control.mjs';
import { open, panel, says } from './harness.mjs';

const HELD_MS = 1_350;

describe('the risk page', () => {
  let desk;
  const button = (name) => desk.page.getByRole('button', { name });
  const field = (title, label) => panel(desk.page, title).getByLabel(label);
  const level = async () => (await desk.json('/risk')).kill_switch.level;
  before(async () => {
    desk = await open();
    await desk.go('/risk');
    await says(desk.page, '.guard-word', 'WARNING');
  });
  after(() => desk.close());

  it('says how the account stands, why, and which condition leads where', async () => {
    await says(desk.page, '.findings li', '4 losses in a row, a pause at 5');
    await says(desk.page, '.findings li', 'longer than 45 min');
    await says(desk.page, '.conditions li', 'one more loss in a row pauses');
    await says(desk.page, '.limits li', 'Venue silent for');
  });

  it('does nothing when a switch is let go early', async () => {
    await field('Kill switch', 'Operator token').fill(TOKEN);
    await button(/^Stop entries/).hover();
    await desk.page.mouse.down();
    await desk.page.waitForTimeout(600);
    assert.match(await button(/^Stop entries/).locator('.hold-done').getAttribute('stroke-dasharray'), /^[1-9]/, 'the ring fills');
    await desk.page.mouse.up();
    await desk.page.waitForTimeout(1_000);
    assert.equal(await level(), 'none');
    assert.equal(await button(/^Stop entries/).locator('.hold-done').getAttribute('stroke-dasharray'), `0 ${2 * Math.PI * 15}`);
  });

  it('does nothing when the pointer leaves, or the key is let go', async () => {
    await button(/^Stop and close all/).hover();
    await desk.page.mouse.down();
    await desk.page.waitForTimeout(500);
    await desk.page.mouse.move(2, 2);
    await desk.page.waitForTimeout(1_000);
    await desk.page.mouse.up();
    await button(/^Stop and close all/).focus();
    await desk.page.keyboard.down('Enter');
    await desk.page.waitForTimeout(500);
    await desk.page.keyboard.up('Enter');
    await desk.page.waitForTimeout(1_000);
    assert.equal(await level(), 'none');
  });

  it('kills when held for long enough, and shows it within two seconds', async () => {
    await field('Kill switch', 'Reason').fill('odd prices');
    await button(/^Stop entries/).hover();
    await desk.page.mouse.down();
    await desk.page.waitForTimeout(HELD_MS);
    const heldAt = Date.now();
    await says(desk.page, '.guard-word', 'HALTED');
    await says(desk.page, '.answer', 'Entries are stopped, by operator.');
    assert.ok(Date.now() - heldAt < 2_000, `shown after ${Date.now() - heldAt} ms`);
    await desk.page.mouse.up();
    assert.equal(await level(), 'entries');
    await desk.shot('risk-halted');
  });

  it('kills from the keyboard, at the level that is held', async () => {
    await button(/^Stop and close all/).focus();
    await desk.page.keyboard.down('Space');
    await says(desk.page, '.answer', 'positions closed, by operator');
    await desk.page.keyboard.up('Space');
    assert.equal(await level(), 'flatten');
  });

  it('resumes for a person with a name and a reason', async () => {
    assert.equal(await button('Resume').isDisabled(), true);
    await field('Pause and resume', 'Reason').fill('prices are fine');
    assert.equal(await button('Resume').isDisabled(), true);
    await field('Pause and resume', 'Your name').fill('Ann Okoro');
    await button('Resume').click();
    await says(desk.page, '.guard-word', 'WARNING');
    await button('Pause entries').click();
    await says(desk.page, '.guard-word', 'REDUCING');
    await button('Resume').click();
    await says(desk.page, '.guard-word', 'WARNING');
  });

  it('starts a strategy for a named person who holds the button, once, and stops it by a click', async () => {
    const stateNow = async (name) => (await desk.json('/strategies')).items.find((item) => item.name === name);
    const start = button(/^Start v51_baseline/);
    assert.equal(await start.isDisabled(), true, 'nobody has said who and why');
    await field('Start and stop', 'Your name').fill('Ann Okoro');
    assert.equal(await start.isDisabled(), true, 'nor why');
    await field('Start and stop', 'Reason').fill('inputs are complete');
    const sent = [];
    desk.page.on('request', (request) => request.method() === 'POST' && sent.push(request));
    await start.hover();
    await desk.page.mouse.down();
    await desk.page.waitForTimeout(500);
    await desk.page.mouse.up();
    assert.equal((await stateNow('v51_baseline')).state, 'STOPPED', 'let go early');
    await start.focus();
    await desk.page.keyboard.down('Enter');
    await says(desk.page, '.answer', 'v51_baseline runs: it may open positions.');
    await desk.page.keyboard.up('Enter');
    assert.deepEqual(sent.map((request) => [new URL(request.url()).pathname, request.postDataJSON()]), [
      ['/api/v1/strategies/v51_baseline/start', { by: 'Ann Okoro', reason: 'inputs are complete' }],
    ]);
    assert.match(sent[0].headers()['idempotency-key'], /^[0-9a-f-]{36}$/);
    assert.equal((await stateNow('v51_baseline')).reason, 'inputs are complete');
    await field('Start and stop', 'Reason').fill('');
    await button('Stop v51_baseline').click();
    await says(desk.page, '.answer', 'v51_baseline is stopped');
    assert.deepEqual([(await stateNow('v51_baseline')).state, (await stateNow('v51_baseline')).reason], ['STOPPED', 'stopped on the dashboard']);
    await desk.shot('risk-strategies');
  });

  it('frees a blocked symbol', async () => {
    await says(desk.page, '.findings li', 'ETHUSDT takes no entries');
    await button('Unblock').click();
    await says(desk.page, '.answer', 'ETHUSDT takes entries again');
    await button('Unblock').waitFor({ state: 'detached' });
  });

  it('books money that a named person says was moved by hand', async () => {
    await says(desk.page, '.findings li', 'USD of paper-main-kraken: 1000 here, 1500 at the venue');
    const sent = [];
    desk.page.on('request', (request) => request.url().endsWith('/balances/accept') && sent.push(request.postDataJSON()));
    await button('Book 500 as moved by hand').click();
    await says(desk.page, '.answer', '500 USD will be booked with the next reconciliation');
    await button('Book 500 as moved by hand').waitFor({ state: 'detached' });
    assert.deepEqual(sent, [{ asset: 'USD', difference: '500', by: 'Ann Okoro', reason: 'prices are fine' }]);
  });

  it('sets limits under the version that was seen, and tells what is wrong', async () => {
    const limit = (name) => desk.page.locator(`input[name="${name}"]`);
    assert.equal(await button('Set limits').isDisabled(), true);
    await limit('max_positions').fill('500');
    await field('Limits', 'Reason').fill('calm week');
    await button('Set limits').click();
    await says(desk.page, '.answer', "max_positions is '500', expected a number from 1 to 100");
    await limit('max_positions').fill('5');
    await button('Set limits').click();
    await says(desk.page, '.answer', 'max_positions to 5');
    await says(desk.page, '.panel-aside', 'version 2');

    await limit('max_positions').fill('6');
    await post('/risk/limits', { version: 2, limits: { max_positions: '3' }, reason: 'another page' });
    await says(desk.page, '.panel-aside', 'version 3');
    await button('Set limits').click();
    await says(desk.page, '.answer', 'the limits are at version 3, not 2');
    await button('Forget changes').click();
    assert.equal(await limit('max_positions').inputValue(), '3');
    await desk.shot('risk-limits');
  });

  it('shows another account of the desk, and lets that one go', async () => {
    await desk.page.getByLabel('Account').selectOption('paper-main-kraken');
    await says(desk.page, '.guard-word', 'HALTED');
    await says(desk.page, '.findings li', 'the venue refused: EAPI:Invalid key');
    await desk.shot('risk-account');
    const sent = [];
    desk.page.on('request', (request) => request.url().endsWith('/risk/resume') && sent.push(request.postDataJSON()));
    await field('Pause and resume', 'Your name').fill('Ann Okoro');
    await field('Pause and resume', 'Reason').fill('a new key');
    await button('Resume').click();
    await says(desk.page, '.guard-word', 'NORMAL');
    assert.deepEqual(sent, [{ version: 1, by: 'Ann Okoro', reason: 'a new key', account: 'paper-main-kraken' }]);
    await desk.page.getByLabel('Account').selectOption('paper-main');
    await says(desk.page, '.guard-word', 'WARNING');
  });

  it('orders nothing without the token', async () => {
    await field('Kill switch', 'Operator token').fill('');
    await button(/^Stop entries/).focus();
    await desk.page.keyboard.down('Space');
    await says(desk.page, '.answer.bad', 'Enter the operator token first');
    await desk.page.keyboard.up('Space');
    assert.equal(await level(), 'none');
    assert.deepEqual(desk.errors, []);
  });

  const post = (path, body) =>
    fetch(`${desk.url}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'idempotency-key': 'e2e' },
      body: JSON.stringify(body),
    });
});
