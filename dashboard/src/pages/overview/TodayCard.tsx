import type { Reading } from '../../api/reading';
import type { Page } from '../../api/types';
import type { Pnl, RoundTrip } from '../../api/trading-types';
import { Facts } from '../../ui/Facts';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Time } from '../../ui/Time';
import { today } from './today';

interface Props {
  pnl: Reading<Pnl>;
  trades: Page<RoundTrip> | null;
  marketTime: string | null;
}

export function TodayCard({ pnl, trades, marketTime }: Props) {
  return (
    <Panel title="Today" reading={pnl} class="span-3">
      {(data) => <Day data={data} trades={trades} marketTime={marketTime} />}
    </Panel>
  );
}

function Day({ data, trades, marketTime }: { data: Pnl; trades: Page<RoundTrip> | null; marketTime: string | null }) {
  const day = today(data, trades, marketTime);
  const since = day.sinceMs === null ? null : new Date(day.sinceMs).toISOString();
  return (
    <div class="today">
      <Num kind="pnl" value={day.pnl} unit={data.currency} class="big" />
      <p class="today-r">
        <Num kind="r" value={day.r} class="second" />
        <span class="note">
          {day.allTrades ? '' : 'at least, '}in {day.closed} closed trade{day.closed === 1 ? '' : 's'}
        </span>
      </p>
      <Facts
        facts={[
          { name: 'Won / lost', value: <span class="num">{day.wins} / {day.closed - day.wins}</span> },
          { name: 'Open, unrealised', value: <Num kind="pnl" value={data.unrealised_pnl} unit={data.currency} /> },
          { name: 'Counted since', value: <><Time at={since} detail="minute" /> <span class="note">{day.wholeDay ? 'UTC day' : 'first record'}</span></> },
        ]}
      />
    </div>
  );
}
