import type { Reading } from '../../api/reading';
import type { Page } from '../../api/types';
import type { Pnl, RoundTrip } from '../../api/trading-types';
import { say } from '../../format/figure';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Stat } from '../../ui/Stat';
import { ByExit } from './ByExit';
import { Latencies } from './Latencies';
import { NoSharpe } from './NoSharpe';
import { RBars } from './RBars';
import { FEWEST, maxDrawdown, recordMs, stats, type Interval } from './stats';

export function StatsPanel({ trades, pnl }: { trades: Reading<Page<RoundTrip>>; pnl: Pnl | null }) {
  return (
    <Panel title="Statistics" reading={trades} class="span-12" empty={(page) => (page.items.every((t) => t.closed_at === null) ? 'Statistics begin with the first closed trade.' : null)}>
      {(page) => <Figures page={page} pnl={pnl} />}
    </Panel>
  );
}

function Figures({ page, pnl }: { page: Page<RoundTrip>; pnl: Pnl | null }) {
  const s = stats(page.items);
  const fall = pnl === null ? null : maxDrawdown(pnl);
  const few = `needs ${FEWEST} closed trades, has ${s.closed}`;
  return (
    <>
      <div class="stats">
        <Stat name="Closed trades" note={page.next_cursor === null ? 'all of them' : 'the latest ones'}>
          <Num kind="count" value={s.closed} />
        </Stat>
        <Stat name="Win rate" note={s.winRate === null ? '' : `95 % sure: ${between(s.winRate, 'percent')}`}>
          <Num kind="percent" value={s.winRate?.value} />
        </Stat>
        <Stat name="Expectancy per trade" note={s.meanR === null ? few : `95 % sure: ${between(s.meanR, 'r')}`}>
          <Num kind="r" value={s.meanR?.value} />
        </Stat>
        <Stat name="Profit factor" note={s.profitFactor === null ? (s.closed < FEWEST ? few : 'there is no loss yet') : 'gains / losses'}>
          <Num kind="indicator" value={s.profitFactor?.toFixed(2)} />
        </Stat>
        <Stat name="Net PnL" note={<>after fees of <Num kind="money" value={s.fees} bare /></>}>
          <Num kind="pnl" value={s.netPnl} unit={pnl?.currency} />
        </Stat>
        <Stat name="Max drawdown" note={fall === null ? '' : say('percent', fall.percent)}>
          <Num kind="money" value={fall?.amount} unit={pnl?.currency} />
        </Stat>
        <Stat name="Mean slippage" note="against the price of the decision">
          <Num kind="bps" value={s.slippageBps} />
        </Stat>
      </div>
      <div class="stat-columns">
        <RBars rs={s.rs} />
        <ByExit groups={s.byExit} />
        <Latencies trades={page.items} />
      </div>
      <NoSharpe recordMs={recordMs(page.items, pnl)} />
    </>
  );
}

const between = ({ low, high }: Interval, kind: 'percent' | 'r') => `${say(kind, low)} to ${say(kind, high)}`;
