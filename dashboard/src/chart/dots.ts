import type uPlot from 'uplot';
import type { TapeTrade } from '../api/types';
import { inPlot } from './candles';
import { fade, type Palette } from './palette';

/** Single trades as dots: the larger the trade the larger the dot; a ring is a sale, a disc a purchase. */
export function dotLayer(tape: () => { x: readonly number[]; trades: readonly TapeTrade[] }, palette: Palette): uPlot.Plugin {
  return {
    hooks: {
      draw: (u) =>
        inPlot(u, (ctx) => {
          const { x, trades } = tape();
          const largest = Math.max(1e-12, ...trades.map((trade) => Number(trade.qty)));
          trades.forEach((trade, index) => {
            const radius = (1.5 + 5 * Math.sqrt(Number(trade.qty) / largest)) * devicePixelRatio;
            ctx.beginPath();
            ctx.arc(u.valToPos(x[index] ?? 0, 'x', true), u.valToPos(Number(trade.price), 'y', true), radius, 0, 2 * Math.PI);
            ctx.fillStyle = fade(trade.side === 'BUY' ? palette.up : palette.down, trade.side === 'BUY' ? 0.75 : 0.12);
            ctx.strokeStyle = trade.side === 'BUY' ? palette.up : palette.down;
            ctx.lineWidth = devicePixelRatio;
            ctx.fill();
            ctx.stroke();
          });
        }),
    },
  };
}
