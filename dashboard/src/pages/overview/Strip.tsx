import type { Decision } from '../../api/trading-types';
import { hrefs } from '../../state/routes';

const BARS = 48;
const WIDTH = 480;
const HEIGHT = 56;
const PACE = WIDTH / BARS;

/** The latest scores as bars, oldest at the left, against the threshold. Taken ones are filled and carry a mark. */
export function Strip({ decisions, threshold }: { decisions: readonly Decision[]; threshold: number | null }) {
  const shown = decisions.slice(0, BARS);
  return (
    <svg class="strip" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={inWords(shown, threshold)}>
      <line class="strip-base" x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      {shown.map((decision, index) => (
        <Bar key={decision.decision_id} decision={decision} x={WIDTH - (index + 1) * PACE} />
      ))}
      {threshold !== null && (
        <line class="strip-threshold" x1="0" x2={WIDTH} y1={y(threshold)} y2={y(threshold)} />
      )}
    </svg>
  );
}

function Bar({ decision, x }: { decision: Decision; x: number }) {
  const top = y(decision.score);
  return (
    <a href={hrefs.decision(decision.decision_id)} tabIndex={-1}>
      <title>{`${decision.decided_at.slice(11, 19)} UTC: score ${decision.score}, ${decision.gate.text}`}</title>
      <rect class="strip-hit" x={x} y="0" width={PACE} height={HEIGHT} />
      <rect class={`strip-bar ${decision.taken ? 'taken' : ''}`} x={x + 1} y={top} width={PACE - 2} height={Math.max(1, HEIGHT - 1 - top)} />
    </a>
  );
}

const y = (score: number): number => (HEIGHT - 1) * (1 - Math.min(100, Math.max(0, score)) / 100);

function inWords(decisions: readonly Decision[], threshold: number | null): string {
  const taken = decisions.filter((decision) => decision.taken).length;
  const best = Math.max(0, ...decisions.map((decision) => decision.score));
  return `${decisions.length} decisions, ${taken} taken, best score ${best} of ${threshold ?? 'an unknown threshold'}`;
}
