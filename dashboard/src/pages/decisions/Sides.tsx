import type { Decision } from '../../api/trading-types';
import { figure } from '../../format/figure';
import { ScoreBar } from '../../ui/ScoreBar';
import { Side } from '../../ui/Side';

/** The long and the short score side by side: only the higher one can fire. */
export function Sides({ decision, threshold }: { decision: Decision; threshold: number | null }) {
  return (
    <div class="sides">
      <OneSide side="LONG" score={decision.long_score} {...{ decision, threshold }} />
      <OneSide side="SHORT" score={decision.short_score} {...{ decision, threshold }} />
    </div>
  );
}

interface Props {
  side: 'LONG' | 'SHORT';
  score: number | null;
  decision: Decision;
  threshold: number | null;
}

function OneSide({ side, score, decision, threshold }: Props) {
  return (
    <div class={decision.direction === side ? 'one-side chosen' : 'one-side'}>
      <Side side={side} />
      <ScoreBar score={score ?? 0} threshold={threshold} taken={decision.taken && decision.direction === side} />
      <strong class="num">{figure('count', score).text}</strong>
    </div>
  );
}
