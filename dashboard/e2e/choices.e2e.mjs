import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { open, says, textOf } from './harness.mjs';

describe("the reader's choices", () => {
  let desk;
  const colour = (name) => desk.page.evaluate((n) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = `var(--${n})`;
    return getComputedStyle(probe).color;
  }, name);
  before(async () => {
    desk = await open();
    await desk.go('/');
    await says(desk.page, '.clock-zone', 'UTC');
  });
  after(() => desk.close());

  it('changes every time with one click, and says so', async () => {
    await says(desk.page, '.banner.replay', '23:55:10');
    await desk.page.click('.clock');
    await says(desk.page, '.clock-zone', 'UTC+05:45');
    await says(desk.page, '.banner.replay', '05:40:10');
    await desk.page.reload();
    await says(desk.page, '.clock-zone', 'UTC+05:45');
    await desk.page.click('.clock');
  });

  it('switches the colours of up and down; signs stay', async () => {
    const up = await colour('up');
    await desk.page.selectOption('.sidebar select >> nth=1', 'blue-orange');
    assert.notEqual(await colour('up'), up);
    assert.match(await textOf(desk.page, '.position-pnl .big'), /^[+−]/);
    await desk.page.selectOption('.sidebar select >> nth=1', 'red-green');
    assert.equal(await colour('down'), up);
  });

  it('follows the system theme until told otherwise', async () => {
    const dark = await colour('bg');
    await desk.page.emulateMedia({ colorScheme: 'light' });
    const light = await colour('bg');
    assert.notEqual(light, dark);
    await desk.page.selectOption('.sidebar select >> nth=0', 'dark');
    assert.equal(await colour('bg'), dark);
    assert.deepEqual(desk.errors, []);
  });

  it('shows the red frame when money is real', async () => {
    await desk.setFault('live');
    await desk.go('/');
    await says(desk.page, '.mode.live', 'LIVE');
    await desk.shot('live');
  });

  it('keeps text readable: contrast of AA in both themes', async () => {
    await desk.setFault('none');
    const poor = [];
    for (const theme of ['dark', 'light']) {
      await desk.page.selectOption('.sidebar select >> nth=0', theme);
      await desk.page.waitForTimeout(400);
      for (const path of ['/', '/market', '/decisions', '/orders', '/positions', '/opportunities', '/backtesting', '/risk', '/system']) {
        await desk.page.click(`nav[aria-label="Pages"] li a[href="${path}"]`);
        await desk.page.locator('.panel-body').first().waitFor();
        await desk.page.waitForTimeout(200);
        poor.push(...(await desk.page.evaluate(poorContrast)).map((what) => `${path} ${theme}: ${what}`));
      }
    }
    assert.deepEqual(poor, []);
  });
});

/** Runs in the page: texts whose contrast with what lies behind them is below 4.5 (3 where large). */
function poorContrast() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (text) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3]));
  const behind = (element) => {
    if (element === null) return [255, 255, 255];
    const own = rgba(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own.slice(0, 3) : over(own, behind(element.parentElement));
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const poor = new Set();
  for (const element of document.querySelectorAll('body *')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
    if (!hasText || element.closest('.sr-only, dialog, noscript, option, .skip') !== null || element.offsetParent === null) continue;
    const style = getComputedStyle(element);
    const under = behind(element);
    const [a, b] = [light(over(rgba(style.color), under)), light(under)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const large = parseFloat(style.fontSize) >= 24;
    if (ratio < (large ? 3 : 4.5)) poor.add(`${element.className || element.tagName}: ${ratio.toFixed(2)}`);
  }
  return [...poor];
}
