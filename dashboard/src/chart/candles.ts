import type uPlot from 'uplot';
import type { CandleColumns } from './columns';
import { fade, type Palette } from './palette';

const WIDEST_PX = 26;

/**
 * Draws candles over a chart whose x scale they share. Rising candles are hollow and falling ones filled, so colour is
 * not the only sign; a bucket that is not complete is drawn faint.
 */
export function candleLayer(columns: () => CandleColumns | null, stepS: number, palette: Palette): uPlot.Plugin {
  return {
    hooks: {
      draw: (u) => {
        const data = columns();
        if (data === null) return;
        inPlot(u, (ctx) => data.x.forEach((_, index) => candle(u, ctx, data, index, stepS, palette)));
      },
    },
  };
}

/** Runs `draw` clipped to the plotting area. */
export function inPlot(u: uPlot, draw: (ctx: CanvasRenderingContext2D) => void): void {
  const { left, top, width, height } = u.bbox;
  u.ctx.save();
  u.ctx.beginPath();
  u.ctx.rect(left, top, width, height);
  u.ctx.clip();
  draw(u.ctx);
  u.ctx.restore();
}

function candle(u: uPlot, ctx: CanvasRenderingContext2D, c: CandleColumns, i: number, stepS: number, p: Palette): void {
  const [x, open, high, low, close] = [c.x[i], c.open[i], c.high[i], c.low[i], c.close[i]];
  if (x === undefined || open == null || high == null || low == null || close == null) return;
  const { min, max } = u.scales['x'] ?? {};
  if (min == null || max == null || x < min - stepS || x > max + stepS) return;
  const px = (seconds: number) => u.valToPos(seconds, 'x', true);
  const py = (price: number) => Math.round(u.valToPos(price, 'y', true));
  const line = Math.max(1, Math.round(devicePixelRatio));
  const room = px(x + stepS / 2) - px(x - stepS / 2);
  const width = Math.max(line, Math.round(Math.min(room * 0.66, WIDEST_PX * devicePixelRatio)));
  const middle = Math.round(px(x));
  const rising = close >= open;
  const complete = c.candles[i]?.complete === true;
  const colour = fade(rising ? p.up : p.down, complete ? 1 : 0.45);
  const [top, bottom] = [py(Math.max(open, close)), py(Math.min(open, close))];
  ctx.strokeStyle = colour;
  ctx.fillStyle = rising ? p.panel : colour;
  ctx.lineWidth = line;
  wick(ctx, middle, py(high), py(low));
  const left = middle - Math.floor(width / 2);
  ctx.fillRect(left, top, width, Math.max(line, bottom - top));
  if (rising && width > 2 * line) ctx.strokeRect(left + line / 2, top + line / 2, width - line, Math.max(line, bottom - top - line));
  else if (rising) wick(ctx, middle, top, bottom);
}

function wick(ctx: CanvasRenderingContext2D, x: number, from: number, to: number): void {
  ctx.beginPath();
  ctx.moveTo(x + 0.5, from);
  ctx.lineTo(x + 0.5, to);
  ctx.stroke();
}
