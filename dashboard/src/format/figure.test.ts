import { describe, expect, it } from 'vitest';
import { figure, priceDigits, say } from './figure';

describe('figures', () => {
  it('formats each kind with its digits, sign and unit', () => {
    expect(say('price', '61807.8', 'USDT')).toBe('61,807.8 USDT');
    expect(say('price', '0.123456789')).toBe('0.123457');
    expect(say('qty', '0.012', 'BTC')).toBe('0.012 BTC');
    expect(say('money', '1234567.5', 'USDT')).toBe('1,234,567.50 USDT');
    expect(say('pnl', '12.345')).toBe('+12.35');
    expect(say('pnl', '-12.345')).toBe('−12.35');
    expect(say('pnl', '-0.001')).toBe('0.00');
    expect(say('r', 1.5)).toBe('+1.50 R');
    expect(say('bps', '-3.14')).toBe('−3.1 bps');
    expect(say('percent', 45.454545)).toBe('45.5 %');
    expect(say('funding', '0.01')).toBe('+0.0100 %');
    expect(say('count', 1234567)).toBe('1,234,567');
    expect(say('points', 21.4)).toBe('21.4');
    expect(say('ms', 120)).toBe('120 ms');
  });

  it('keeps the exact number for the tool tip', () => {
    expect(figure('price', '61810.123456')).toMatchObject({ text: '61,810.1', exact: '61810.123456' });
    expect(figure('indicator', 1e-7).exact).toBe('0.0000001');
  });

  it('says what is not known instead of zero', () => {
    for (const nothing of [null, undefined, '', 'abc', Number.NaN, Infinity]) {
      expect(figure('money', nothing, 'USDT')).toMatchObject({ text: '–', unit: '', exact: null });
    }
  });

  it('colours only what is good or bad news', () => {
    expect(figure('pnl', '1').toned).toBe(true);
    expect(figure('funding', '1').toned).toBe(false);
    expect(figure('pnl', '-0.001').sign).toBe(0);
  });

  it('shows about seven digits of a price', () => {
    expect([61_807.8, 2_345.6, 12.3, 0.5].map(priceDigits)).toEqual([1, 2, 4, 6]);
  });
});

it('keeps every digit of a quoted price', () => {
  expect(figure('quote', '1.08399').text).toBe('1.08399');
  expect(figure('quote', '0.0023110').text).toBe('0.0023110');
  expect(figure('quote', '57020.1').text).toBe('57,020.1');
  expect(figure('quote', null).text).toBe('–');
});
