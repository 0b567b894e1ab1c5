import { describe, expect, it } from 'vitest';
import { add, decimalsOf, isDecimal, shifted, signOf, subtract, sum, toDigits } from './decimal';

describe('exact decimals', () => {
  it('adds what doubles cannot', () => {
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(add('9007199254740993', '0.00000001')).toBe('9007199254740993.00000001');
    expect(subtract('10.5', '10.50')).toBe('0.00');
    expect(subtract('1', '2.25')).toBe('-1.25');
  });

  it('rounds half away from zero and pads', () => {
    expect(toDigits('1.005', 2)).toBe('1.01');
    expect(toDigits('-1.005', 2)).toBe('-1.01');
    expect(toDigits('-0.004', 2)).toBe('0.00');
    expect(toDigits('7', 2)).toBe('7.00');
    expect(toDigits('0.5', 0)).toBe('1');
  });

  it('does not sum what it does not know', () => {
    expect(sum(['1.10', '-0.1', '2'])).toBe('3.00');
    expect(sum(['1', null])).toBeNull();
    expect(sum([])).toBe('0');
  });

  it('moves the point for per cent', () => {
    expect(shifted('0.00010000', 2)).toBe('0.010000');
    expect(shifted('3', 2)).toBe('300');
    expect(shifted(null, 2)).toBeNull();
  });

  it('knows a number from text', () => {
    expect(isDecimal('-12.30')).toBe(true);
    for (const text of ['', '1e5', 'NaN', '1.', '.5', '1,000', '<b>1</b>']) expect(isDecimal(text)).toBe(false);
    expect([signOf('-0.00'), signOf('-0.01'), signOf('5')]).toEqual([0, -1, 1]);
    expect(decimalsOf('1.230')).toBe(3);
  });

  it('agrees with integer arithmetic on a thousand generated pairs', () => {
    let state = 12345;
    const next = () => (state = (state * 1103515245 + 12345) % 2147483648);
    for (let i = 0; i < 1000; i++) {
      const [a, b] = [(next() % 2_000_001) - 1_000_000, (next() % 2_000_001) - 1_000_000];
      const text = (n: number) => `${n < 0 ? '-' : ''}${Math.floor(Math.abs(n) / 1000)}.${String(Math.abs(n) % 1000).padStart(3, '0')}`;
      expect(Number(add(text(a), text(b)))).toBe((a + b) / 1000);
    }
  });
});
