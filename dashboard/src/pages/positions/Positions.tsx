import { queries } from '../../api/queries';
import { useReading } from '../../api/use-reading';
import { AccountPanel } from './AccountPanel';
import { ExternalPanel } from './ExternalPanel';
import { OpenTable } from './OpenTable';
import { RiskPanel } from './RiskPanel';
import { StatsPanel } from './StatsPanel';
import { TradesTable } from './TradesTable';

const TRADES_READ = 500;

/** What is open, what was closed, what it earned, and only those statistics that so short a record can bear. */
export function Positions() {
  const positions = useReading(queries.positions());
  const pnl = useReading(queries.pnl());
  const risk = useReading(queries.risk());
  const trades = useReading(queries.trades({ limit: TRADES_READ }));
  return (
    <div class="grid">
      <AccountPanel pnl={pnl} />
      <OpenTable positions={positions} />
      <ExternalPanel />
      <RiskPanel risk={risk} />
      <TradesTable trades={trades} />
      <StatsPanel trades={trades} pnl={pnl.data} />
    </div>
  );
}
