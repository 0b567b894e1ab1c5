import { expect, it } from 'vitest';
import type { Position } from '../../api/types';
import { rail } from './rail-stops';

const position = (direction: 'LONG' | 'SHORT', stop: string | null, entry: string, mark: string, targets: string[] | null) =>
  ({ direction, stop_price: stop, entry_price: entry, mark_price: mark, take_profit_prices: targets }) as Position;

const places = (p: Position) => Object.fromEntries(rail(p).map((stop) => [stop.name, stop.percent]));

it('puts the worst price left and the best right, for both directions', () => {
  expect(places(position('LONG', '90', '100', '105', ['110', '130']))).toEqual({ SL: 0, Entry: 25, TP1: 50, TP2: 100, Now: 37.5 });
  expect(places(position('SHORT', '110', '100', '95', ['90', '70']))).toEqual({ SL: 0, Entry: 25, TP1: 50, TP2: 100, Now: 37.5 });
});

it('leaves out what is not known, and draws nothing without a width', () => {
  expect(Object.keys(places(position('LONG', null, '100', '105', null)))).toEqual(['Entry', 'Now']);
  expect(rail(position('LONG', null, '100', '100', null))).toEqual([]);
});
