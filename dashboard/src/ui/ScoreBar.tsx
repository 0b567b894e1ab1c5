interface Props {
  score: number;
  threshold: number | null;
  taken: boolean;
}

const clamp = (value: number) => Math.min(100, Math.max(0, value));

/** A score of 0–100 against the threshold it had to reach. */
export function ScoreBar({ score, threshold, taken }: Props) {
  const words = threshold === null ? `score ${score}` : `score ${score} of ${threshold} needed`;
  return (
    <span class={taken ? 'score taken' : 'score'} role="img" aria-label={words} title={words}>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="score-rail" x="0" y="2" width="100" height="4" />
        <rect class="score-fill" x="0" y="2" width={clamp(score)} height="4" />
        {threshold !== null && <rect class="score-mark" x={clamp(threshold) - 0.5} y="0" width="1" height="8" />}
      </svg>
    </span>
  );
}
