import { expect, it } from 'vitest';
import { captureSteps, meanLine, xOf, yOf, type Frame } from './decay';
import { cycleInWords, endingInWords, stateInfo } from './words';

const FRAME: Frame = { left: 0, right: 100, top: 0, bottom: 100 };
const point = (offset_ms: number, mean_share: number, profitable: number) => ({ offset_ms, mean_share, profitable, opportunities: 10 });

it('places times by factors and shares from bottom to top', () => {
  expect(xOf(0, FRAME)).toBe(0);
  expect(xOf(5_000, FRAME)).toBe(100);
  expect(xOf(9_000, FRAME)).toBe(100);
  expect(xOf(500, FRAME) - xOf(250, FRAME)).toBeCloseTo(xOf(100, FRAME) - xOf(50, FRAME));
  expect(yOf(1, FRAME)).toBe(0);
  expect(yOf(1.3, FRAME)).toBe(0);
  expect(yOf(0.25, FRAME)).toBe(75);
});

it('draws the mean as a line from the first sight', () => {
  expect(meanLine([], FRAME)).toBe('0.0,0.0');
  expect(meanLine([point(5_000, 0.5, 5)], FRAME)).toBe('0.0,0.0 100.0,50.0');
});

it('draws what is still profitable as steps that never rise', () => {
  const ys = captureSteps([point(50, 0.9, 9), point(100, 0.8, 4), point(250, 0.8, 6), point(5_000, 0, 0)], FRAME)
    .split(' ')
    .map((pair) => Number(pair.split(',')[1]));
  expect(ys).toEqual([0, 10, 10, 60, 60, 60, 60, 100, 100]);
});

it('has words for what it knows and shows what it does not', () => {
  expect(cycleInWords('USD>BTC>USD')).toBe('USD → BTC → USD');
  expect(endingInWords('no_edge')).toBe('the prices moved');
  expect(endingInWords('some_thing')).toBe('some thing');
  expect(endingInWords(null)).toBe('–');
  expect(stateInfo('taken')).toEqual(['brass', 'TAKEN']);
  expect(stateInfo('odd')).toEqual(['mute', 'ODD']);
});
