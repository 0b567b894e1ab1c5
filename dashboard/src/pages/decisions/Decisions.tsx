import { queries } from '../../api/queries';
import { useReading } from '../../api/use-reading';
import { usePaged } from '../../api/paged';
import type { Decision } from '../../api/trading-types';
import { useParam } from '../../state/location';
import { Split } from '../../ui/Split';
import { DecisionDetail } from './DecisionDetail';
import { DecisionList } from './DecisionList';

const PAGE = 100;
const idOf = (decision: Decision) => decision.decision_id;

/** Every decision of every strategy, taken or not, and why. */
export function Decisions({ id }: { id: string | null }) {
  const [strategy] = useParam('strategy');
  const [taken] = useParam('taken');
  const strategies = useReading(queries.strategies());
  const list = usePaged((cursor) => queries.decisions({ strategy, taken, limit: PAGE, cursor }), idOf);
  const names = strategies.data?.items.map((s) => s.name) ?? [];
  return (
    <Split
      openId={id}
      list={<DecisionList list={list} strategies={names} current={id} />}
      detail={id === null ? null : <DecisionDetail key={id} id={id} />}
    />
  );
}
