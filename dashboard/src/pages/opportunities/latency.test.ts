import { expect, it } from 'vitest';
import { latencies, measuredMs } from './latency';

it('takes the median time to a first fill once five plans tell it', () => {
  expect(measuredMs(undefined)).toBeNull();
  expect(measuredMs({ median: null, p90: null, plans: 0 })).toBeNull();
  expect(measuredMs({ median: 38, p90: 60, plans: 4 })).toBeNull();
  expect(measuredMs({ median: 38, p90: 60, plans: 5 })).toBe(38);
  expect(measuredMs({ median: 7_000, p90: 9_000, plans: 5 })).toBe(5_000);
});

it('offers the measured latency first and as what is usual', () => {
  const { options, usual } = latencies(38);
  expect(options[0]).toEqual(['measured', 'measured (38 ms)']);
  expect(options).toHaveLength(6);
  expect(usual).toBe('measured');
});

it('offers the fixed ones alone while nothing is measured', () => {
  const { options, usual } = latencies(null);
  expect(options.map(([value]) => value)).toEqual(['50', '100', '250', '500', '1000']);
  expect(usual).toBe('100');
});
