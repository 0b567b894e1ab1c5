import { expect, it } from 'vitest';
import type { Health } from './health-types';
import type { Rate } from './types';
import { syntheticNames } from './synthetic';

const health = { synthetic_inputs: ['mark_price'] } as Health;
const rate = (synthetic: Rate['synthetic']) => ({ synthetic }) as Rate;

it('joins what the desk and the rate say, in whatever form the rate says it', () => {
  expect(syntheticNames(health, null)).toEqual(['mark_price']);
  expect(syntheticNames(health, rate(null))).toEqual(['mark_price']);
  expect(syntheticNames(health, rate(true))).toEqual(['mark_price']);
  expect(syntheticNames(health, rate(false))).toEqual([]);
  expect(syntheticNames(health, rate(['funding_rate']))).toEqual(['mark_price', 'funding_rate']);
  expect(syntheticNames(null, rate('mark_price, index_price'))).toEqual(['mark_price', 'index_price']);
});
