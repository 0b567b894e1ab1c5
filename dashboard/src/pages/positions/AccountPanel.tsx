import type { Reading } from '../../api/reading';
import type { Pnl } from '../../api/trading-types';
import { EquityChart } from '../../chart/EquityChart';
import { signOf } from '../../format/decimal';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Stat } from '../../ui/Stat';

/** Paid in other assets than the account's, which no figure in its currency counts. */
const otherFees = (pnl: Pnl): string =>
  Object.entries(pnl.other_fees ?? {}).map(([asset, fee]) => ` and ${fee} ${asset}`).join('');

/** What came in since the start, or left; nothing where nothing did. */
function Moved({ pnl }: { pnl: Pnl }) {
  return signOf(pnl.transfers) === 0 ? null : <>, moved in since <Num kind="pnl" value={pnl.transfers} bare /></>;
}

export function AccountPanel({ pnl }: { pnl: Reading<Pnl> }) {
  return (
    <Panel title="Account" reading={pnl} class="span-12">
      {(data) => (
        <div class="account">
          <div class="stats">
            <Stat name="Equity" note={<>started with <Num kind="money" value={data.start_balance} bare /><Moved pnl={data} /></>}>
              <Num kind="money" value={data.equity} unit={data.currency} />
            </Stat>
            <Stat name="Realised" note={<>before fees of <Num kind="money" value={data.fees} bare />{otherFees(data)} and funding of <Num kind="pnl" value={data.funding} bare /></>}>
              <Num kind="pnl" value={data.realised_pnl} unit={data.currency} />
            </Stat>
            <Stat name="Unrealised" note={<>at risk now <Num kind="money" value={data.open_risk} bare /></>}>
              <Num kind="pnl" value={data.unrealised_pnl} unit={data.currency} />
            </Stat>
            <Stat name="In R" note={<>{data.trades} trades, {data.wins} won, {data.losses} lost</>}>
              <Num kind="r" value={data.pnl_r} />
            </Stat>
          </div>
          <EquityChart pnl={data} height={150} />
        </div>
      )}
    </Panel>
  );
}
