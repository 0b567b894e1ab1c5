import type { Opportunity, Watch } from '../../api/opportunity-types';
import type { Reading } from '../../api/reading';
import type { Page } from '../../api/types';
import { hrefs } from '../../state/routes';
import { Chip } from '../../ui/Chip';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Time } from '../../ui/Time';
import { Legs } from './Legs';
import { cycleInWords, stateInfo } from './words';

interface Props {
  live: Reading<Page<Opportunity>>;
  watch: Watch | null;
}

/** The triangles that pay at this moment. */
export function LivePanel({ live, watch }: Props) {
  return (
    <Panel title="Paying now" reading={live} class="span-7 live-panel" empty={(page) => (page.items.length === 0 ? nothing(watch) : null)}>
      {(page) => (
        <ul class="live-cycles" aria-label="Live triangles">
          {page.items.map((one) => (
            <LiveCycle key={one.opportunity_id} one={one} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function nothing(watch: Watch | null): string {
  if (watch === null) return 'Nothing is watched.';
  return `None of ${watch.cycles} triangles pays more than its fees at this moment.`;
}

function LiveCycle({ one }: { one: Opportunity }) {
  const [tone, word] = stateInfo(one.state);
  return (
    <li class="live-cycle">
      <p class="live-head">
        <a href={hrefs.opportunity(one.opportunity_id)}>
          <strong>{cycleInWords(one.cycle)}</strong>
        </a>
        <Chip tone={tone}>{word}</Chip>
        <span>
          <Num kind="bps" value={one.edge_bps} /> of <Num kind="money" value={one.spend} unit={one.start_asset} />, earns{' '}
          <Num kind="pnl" value={one.profit} unit={one.start_asset} />
        </span>
        <span class="note">
          since <Time at={one.seen_at} detail="millis" />, {one.looks} looks{one.not_taken !== null && ` · not taken: ${one.not_taken}`}
        </span>
      </p>
      <Legs legs={one.legs} />
    </li>
  );
}
