import { queries } from '../../api/queries';
import { usePaged } from '../../api/paged';
import type { Opportunity } from '../../api/opportunity-types';
import { useReading } from '../../api/use-reading';
import { useParam } from '../../state/location';
import { Split } from '../../ui/Split';
import { DecayPanel } from './DecayPanel';
import { MEASURED } from './latency';
import { LivePanel } from './LivePanel';
import { MarketsPanel } from './MarketsPanel';
import { OpportunityDetail } from './OpportunityDetail';
import { OpportunityList } from './OpportunityList';
import { PlansPanel } from './PlansPanel';
import { WatchPanel } from './WatchPanel';

const PAGE = 50;
const LIVE = 20;
const NEWEST = 8;
const idOf = (opportunity: Opportunity) => opportunity.opportunity_id;

/** Triangles that pay: those that are there, those that were, and what is left of them for whoever comes late. */
export function Opportunities({ id }: { id: string | null }) {
  const [latency] = useParam('latency');
  const [cycle] = useParam('cycle');
  const summary = useReading(queries.opportunitySummary(latency === '' ? MEASURED : latency));
  const live = useReading(queries.liveOpportunities(LIVE));
  const plans = useReading(queries.planSummary());
  const newest = useReading(queries.plans(NEWEST));
  const list = usePaged((cursor) => queries.opportunities({ live: false, cycle, limit: PAGE, cursor }), idOf);
  return (
    <>
      <div class="grid triangles">
        <LivePanel live={live} watch={summary.data?.watch ?? null} />
        <DecayPanel summary={summary} />
        <PlansPanel summary={plans} newest={newest} />
        <WatchPanel summary={summary} />
        <MarketsPanel summary={summary} />
      </div>
      <Split
        openId={id}
        list={<OpportunityList list={list} cycles={summary.data?.cycles.map((one) => one.cycle) ?? []} current={id} />}
        detail={id === null ? null : <OpportunityDetail key={id} id={id} />}
      />
    </>
  );
}
