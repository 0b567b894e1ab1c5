import { figure } from '../../format/figure';
import type { RailStop } from './rail-stops';

const PAD = 8;
/** Leaves room at both ends for the words. */
const place = (percent: number) => `${PAD + (percent * (100 - 2 * PAD)) / 100}%`;

/** Stop at the left, targets at the right, the mark in between; loss and gain are also named, not only coloured. */
export function Rail({ stops }: { stops: readonly RailStop[] }) {
  const of = (name: RailStop['name']) => stops.find((stop) => stop.name === name);
  const [entry, now] = [of('Entry'), of('Now')];
  if (entry === undefined || now === undefined) return null;
  const words = stops.map((stop) => `${stop.name} ${stop.price}`).join(', ');
  const [from, to] = [Math.min(entry.percent, now.percent), Math.max(entry.percent, now.percent)];
  return (
    <div class="rail" role="img" aria-label={`Prices from worst to best: ${words}`}>
      <div class="rail-line" />
      <div
        class={`rail-run ${now.percent >= entry.percent ? 'gain' : 'loss'}`}
        style={{ left: place(from), right: `calc(100% - ${place(to)})` }}
      />
      {stops.map((stop) => (
        <div key={stop.name} class={`rail-stop rail-${stop.name.toLowerCase()}`} style={{ left: place(stop.percent) }}>
          <span class="rail-name">{stop.name}</span>
          <span class="rail-dot" />
          {stop.name !== 'Now' && <span class="rail-price num">{figure('price', stop.price).text}</span>}
        </div>
      ))}
    </div>
  );
}
