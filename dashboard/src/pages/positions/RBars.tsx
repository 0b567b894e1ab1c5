import { figure } from '../../format/figure';

const HEIGHT = 88;
const MOST = 60;

/** One bar a closed trade, in R: above the line won, below it lost. */
export function RBars({ rs }: { rs: readonly number[] }) {
  const shown = rs.slice(-MOST);
  const reach = Math.max(1, ...shown.map(Math.abs));
  const middle = HEIGHT / 2;
  const y = (r: number) => middle - (r / reach) * (middle - 2);
  const slots = Math.max(12, shown.length);
  return (
    <section class="r-bars">
      <h3>R of each trade</h3>
      <svg viewBox={`0 0 ${slots * 10} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={`R of the last ${shown.length} closed trades, oldest first`}>
        {shown.map((r, index) => (
          <rect key={index} class={r >= 0 ? 'fill-up' : 'fill-down'} x={index * 10 + 1.5} width="7" y={Math.min(middle, y(r))} height={Math.max(1, Math.abs(y(r) - middle))}>
            <title>{`${figure('r', r).text} R`}</title>
          </rect>
        ))}
        <line class="r-zero" x1="0" x2={slots * 10} y1={middle} y2={middle} />
      </svg>
      <p class="note">oldest first, height ±{figure('points', reach).text} R</p>
    </section>
  );
}
