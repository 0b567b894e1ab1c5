import type { Viewport } from '../../chart/viewport';
import { navigate } from '../../state/location';
import { hrefs } from '../../state/routes';
import { Choice } from '../../ui/Choice';
import { INTERVALS, RANGES, type Interval, type Range } from './ranges';

interface Props {
  symbol: string;
  interval: Interval;
  range: Range;
  viewport: Viewport;
  reset: () => void;
}

const ZOOM = 0.7;

export function Toolbar({ symbol, interval, range, viewport, reset }: Props) {
  const go = (next: string) => navigate(`${hrefs.market(symbol)}?${next}`, 'replace');
  return (
    <div class="toolbar">
      <Choice label="Candles" options={INTERVALS} value={interval} onChoose={(next) => go(`range=${range}&interval=${next}`)} />
      <Choice label="Range" options={RANGES} value={range} onChoose={(next) => go(`range=${next}`)} />
      <div class="choice" role="group" aria-label="Zoom">
        <button type="button" aria-label="Zoom in" onClick={() => viewport.zoom(ZOOM)}>
          +
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => viewport.zoom(1 / ZOOM)}>
          −
        </button>
        <button type="button" onClick={reset}>
          Reset
        </button>
      </div>
      <span class="note toolbar-hint">wheel zooms · drag pans · double click resets</span>
    </div>
  );
}
