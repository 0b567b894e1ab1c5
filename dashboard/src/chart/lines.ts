import type uPlot from 'uplot';
import { inPlot } from './candles';

interface Line {
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
}

/** A line with its own instants over a chart; it breaks where a value is missing. */
export function lineLayer(line: () => Line, colour: string, dash: readonly number[] = []): uPlot.Plugin {
  return {
    hooks: {
      draw: (u) =>
        inPlot(u, (ctx) => {
          const { x, y } = line();
          ctx.strokeStyle = colour;
          ctx.lineWidth = 1.5 * devicePixelRatio;
          ctx.setLineDash(dash.map((length) => length * devicePixelRatio));
          ctx.beginPath();
          let drawing = false;
          x.forEach((at, index) => {
            const value = y[index];
            if (value == null) {
              drawing = false;
              return;
            }
            const point = [u.valToPos(at, 'x', true), u.valToPos(value, 'y', true)] as const;
            if (drawing) ctx.lineTo(...point);
            else ctx.moveTo(...point);
            drawing = true;
          });
          ctx.stroke();
        }),
    },
  };
}
