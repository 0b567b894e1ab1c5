import type { Reading } from '../../api/reading';
import type { Pnl } from '../../api/trading-types';
import { EquityChart } from '../../chart/EquityChart';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';

export function EquityCard({ pnl }: { pnl: Reading<Pnl> }) {
  return (
    <Panel title="Equity" reading={pnl} class="span-4">
      {(data) => (
        <div class="equity-card">
          <Num kind="money" value={data.equity} unit={data.currency} class="big" />
          <p class="note">
            balance <Num kind="money" value={data.balance} bare /> · at risk now <Num kind="money" value={data.open_risk} />
          </p>
          <EquityChart pnl={data} height={118} />
        </div>
      )}
    </Panel>
  );
}
