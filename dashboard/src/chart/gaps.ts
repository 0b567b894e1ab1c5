import type uPlot from 'uplot';
import { inPlot } from './candles';
import { fade, type Palette } from './palette';
import type { Span } from './viewport';

/** Hatches the stretches of which nothing is known, so that a hole is not taken for a quiet market. */
export function gapLayer(gaps: () => readonly Span[], palette: Palette): uPlot.Plugin {
  return {
    hooks: {
      drawClear: (u) =>
        inPlot(u, (ctx) => {
          ctx.strokeStyle = fade(palette.warn, 0.28);
          ctx.lineWidth = devicePixelRatio;
          for (const gap of gaps()) hatch(u, ctx, gap);
        }),
    },
  };
}

function hatch(u: uPlot, ctx: CanvasRenderingContext2D, { min, max }: Span): void {
  const { top, height } = u.bbox;
  const [left, right] = [u.valToPos(min, 'x', true), u.valToPos(max, 'x', true)];
  const pace = 7 * devicePixelRatio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, right - left, height);
  ctx.clip();
  ctx.setLineDash([]);
  ctx.beginPath();
  for (let x = left - height; x < right; x += pace) {
    ctx.moveTo(x, top + height);
    ctx.lineTo(x + height, top);
  }
  ctx.stroke();
  ctx.restore();
}

/** The runs of empty rows in a column with equally spaced middles. */
export function emptyRuns(x: readonly number[], values: readonly (number | null)[], stepS: number): Span[] {
  const runs: Span[] = [];
  values.forEach((value, index) => {
    const at = x[index];
    if (value !== null || at === undefined) return;
    const last = runs.at(-1);
    const here = { min: at - stepS / 2, max: at + stepS / 2 };
    if (last !== undefined && Math.abs(last.max - here.min) < stepS / 4) runs[runs.length - 1] = { min: last.min, max: here.max };
    else runs.push(here);
  });
  return runs;
}
