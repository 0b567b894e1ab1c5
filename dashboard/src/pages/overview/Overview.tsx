import { queries } from '../../api/queries';
import { useReading } from '../../api/use-reading';
import { EquityCard } from './EquityCard';
import { HealthCard } from './HealthCard';
import { PositionCard } from './PositionCard';
import { PriceCard } from './PriceCard';
import { RecentTrades } from './RecentTrades';
import { StrategiesCard } from './StrategiesCard';
import { TodayCard } from './TodayCard';

const TRADES_READ = 200;

/** The desk at a glance: price, today, equity, the open position, what the strategies think, whether all is well. */
export function Overview() {
  const health = useReading(queries.health());
  const rates = useReading(queries.rates());
  const positions = useReading(queries.positions());
  const pnl = useReading(queries.pnl());
  const trades = useReading(queries.trades({ limit: TRADES_READ }));
  return (
    <div class="grid">
      <PriceCard rates={rates} health={health.data} />
      <TodayCard pnl={pnl} trades={trades.data} marketTime={health.data?.market_time ?? null} />
      <EquityCard pnl={pnl} />
      <PositionCard positions={positions} trades={trades.data} />
      <StrategiesCard />
      <HealthCard health={health} />
      <RecentTrades trades={trades} />
    </div>
  );
}
