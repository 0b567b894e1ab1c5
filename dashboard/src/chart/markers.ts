import type uPlot from 'uplot';
import type { RoundTrip } from '../api/trading-types';
import { toMs } from '../format/time';
import { inPlot } from './candles';
import { fade, type Palette } from './palette';

type Pen = { u: uPlot; ctx: CanvasRenderingContext2D; palette: Palette; px: number };

/** Entries (triangles), exits (squares), and each trade's stop and take-profit lines while it was open. */
export function tradeLayer(
  trades: () => { items: readonly RoundTrip[]; chosen: string | null; lastS: number },
  palette: Palette,
): uPlot.Plugin {
  return {
    hooks: {
      draw: (u) =>
        inPlot(u, (ctx) => {
          const { items, chosen, lastS } = trades();
          const pen: Pen = { u, ctx, palette, px: devicePixelRatio };
          for (const trade of items) drawTrade(pen, trade, trade.trade_id === chosen || trade.closed_at === null, lastS);
        }),
    },
  };
}

function drawTrade(pen: Pen, trade: RoundTrip, strong: boolean, lastS: number): void {
  const openS = seconds(trade.opened_at);
  if (openS === null || trade.entry_price === null) return;
  const endS = seconds(trade.closed_at) ?? lastS;
  const { up, down, ink } = pen.palette;
  level(pen, openS, endS, trade.sl_price, down, 'SL', strong);
  level(pen, openS, endS, trade.tp1_price, up, 'TP1', strong);
  level(pen, openS, endS, trade.tp2_price, up, 'TP2', strong);
  const entry = at(pen, openS, trade.entry_price);
  if (trade.closed_at !== null && trade.exit_price !== null) {
    const exit = at(pen, endS, trade.exit_price);
    connect(pen, entry, exit, fade(ink, strong ? 0.9 : 0.5));
    square(pen, exit);
  }
  triangle(pen, entry, trade.direction === 'LONG');
}

function level(pen: Pen, fromS: number, toS: number, price: string | null, colour: string, name: string, strong: boolean): void {
  if (price === null) return;
  const { ctx, px } = pen;
  const [x1, y] = at(pen, fromS, price);
  const [x2] = at(pen, toS, price);
  ctx.strokeStyle = fade(colour, strong ? 0.9 : 0.4);
  ctx.lineWidth = px;
  ctx.setLineDash(name === 'SL' ? [5 * px, 3 * px] : [2 * px, 3 * px]);
  ctx.beginPath();
  ctx.moveTo(x1, y);
  ctx.lineTo(x2, y);
  ctx.stroke();
  ctx.setLineDash([]);
  if (!strong || x2 < pen.u.bbox.left) return;
  ctx.fillStyle = colour;
  ctx.font = pen.palette.font.replace('11px', `${10 * px}px`);
  ctx.textBaseline = 'bottom';
  // A trade that began before what is shown keeps its labels at the left edge.
  ctx.fillText(name, Math.max(x1, pen.u.bbox.left) + 3 * px, y - 2 * px);
}

function triangle({ ctx, palette, px }: Pen, [x, y]: readonly [number, number], long: boolean): void {
  const size = 6 * px;
  const away = long ? 1 : -1;
  ctx.beginPath();
  ctx.moveTo(x, y + away * 2 * px);
  ctx.lineTo(x - size, y + away * (2 * px + 1.6 * size));
  ctx.lineTo(x + size, y + away * (2 * px + 1.6 * size));
  ctx.closePath();
  outlined(ctx, long ? palette.up : palette.down, palette.panel, px);
}

function square({ ctx, palette, px }: Pen, [x, y]: readonly [number, number]): void {
  const half = 4 * px;
  ctx.beginPath();
  ctx.rect(x - half, y - half, 2 * half, 2 * half);
  outlined(ctx, palette.brass, palette.panel, px);
}

function outlined(ctx: CanvasRenderingContext2D, fill: string, edge: string, px: number): void {
  ctx.fillStyle = fill;
  ctx.strokeStyle = edge;
  ctx.lineWidth = 1.5 * px;
  ctx.fill();
  ctx.stroke();
}

function connect({ ctx, px }: Pen, from: readonly [number, number], to: readonly [number, number], colour: string): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = px;
  ctx.setLineDash([px, 3 * px]);
  ctx.beginPath();
  ctx.moveTo(from[0], from[1]);
  ctx.lineTo(to[0], to[1]);
  ctx.stroke();
  ctx.setLineDash([]);
}

const at = ({ u }: Pen, s: number, price: string): readonly [number, number] => [
  u.valToPos(s, 'x', true),
  u.valToPos(Number(price), 'y', true),
];

const seconds = (time: string | null): number | null => {
  const ms = toMs(time);
  return ms === null ? null : ms / 1000;
};
