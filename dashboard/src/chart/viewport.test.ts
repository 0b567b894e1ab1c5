import { describe, expect, it } from 'vitest';
import { nearest } from './crosshair';
import { panned, preset, Viewport, zoomed } from './viewport';

const EDGE = { min: 0, max: 1000 };

describe('the viewport', () => {
  it('shows the last stretch, or all there is', () => {
    expect(preset(EDGE, 100)).toEqual({ min: 900 - 5 / 3, max: 1005 });
    expect(preset(EDGE, Infinity)).toEqual({ min: -10, max: 1030 });
  });

  it('moves along with new data until the reader looks back', () => {
    const viewport = new Viewport();
    viewport.dataReaches(EDGE, preset(EDGE, 100));
    viewport.dataReaches({ min: 0, max: 1100 }, preset({ min: 0, max: 1100 }, 100));
    expect(viewport.span.max).toBe(1105);
    viewport.pan(-500);
    expect(viewport.hold).toBe('free');
    const before = viewport.span;
    viewport.dataReaches({ min: 0, max: 1200 }, preset({ min: 0, max: 1200 }, 100));
    expect(viewport.span).toEqual(before);
  });

  it('keeps the zoom while it follows the newest', () => {
    const viewport = new Viewport();
    viewport.dataReaches(EDGE, preset(EDGE, 400));
    viewport.zoom(0.5, 1012);
    expect(viewport.hold).toBe('right');
    const { min, max } = viewport.span;
    viewport.dataReaches({ min: 0, max: 1015 }, preset({ min: 0, max: 1015 }, 400));
    expect(viewport.span).toEqual({ min: min + 15, max: max + 15 });
  });

  it('tells its listeners once a change', () => {
    const viewport = new Viewport();
    let told = 0;
    const stop = viewport.subscribe(() => (told += 1));
    viewport.show({ min: 1, max: 2 }, 'free');
    viewport.show({ min: 1, max: 2 }, 'free');
    viewport.show({ min: 2, max: 2 }, 'free');
    stop();
    viewport.show({ min: 1, max: 3 }, 'free');
    expect(told).toBe(1);
  });

  it('cannot be panned out of sight', () => {
    expect(panned({ min: 0, max: 100 }, -9999, EDGE)).toEqual({ min: -50, max: 50 });
    expect(panned({ min: 0, max: 100 }, 9999, EDGE)).toEqual({ min: 950, max: 1050 });
  });

  it('zooms around the cursor, between twenty seconds and a little more than everything', () => {
    const inwards = zoomed({ min: 0, max: 100 }, 0.5, 25, EDGE);
    expect(inwards).toEqual({ min: 12.5, max: 62.5 });
    expect(zoomed({ min: 0, max: 30 }, 0.01, 15, EDGE)).toEqual({ min: 5, max: 25 });
    const out = zoomed({ min: 0, max: 900 }, 100, 450, EDGE);
    expect(out.max - out.min).toBe(1500);
  });
});

it('finds the nearest instant', () => {
  const x = [10, 20, 30];
  expect([0, 14, 16, 25.1, 99].map((at) => nearest(x, at))).toEqual([0, 0, 1, 2, 2]);
  expect(nearest([], 5)).toBe(-1);
});
