import { queries } from '../../api/queries';
import { mapReading, type Reading } from '../../api/reading';
import { syntheticNames } from '../../api/synthetic';
import type { Page, Rate } from '../../api/types';
import { useReading } from '../../api/use-reading';
import { shifted } from '../../format/decimal';
import { pairOf } from '../../format/symbol';
import { Facts } from '../../ui/Facts';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Synthetic } from '../../ui/Synthetic';
import { Time } from '../../ui/Time';

const WINDOWS = ['none yet', '30 min', '30 min, 4 h', '30 min, 4 h, 24 h'];

/** The present values that the strategies look at. */
export function MarketFacts({ symbol, rates }: { symbol: string; rates: Reading<Page<Rate>> }) {
  const health = useReading(queries.health());
  const indicators = useReading(queries.indicators(symbol, { limit: 12 }));
  const row = indicators.data?.items.at(-1);
  const { base, quote } = pairOf(symbol);
  const own = mapReading(rates, (page) => page.items.find((rate) => rate.symbol === symbol) ?? null);
  return (
    <Panel title="Now" reading={own} empty={(rate) => (rate === null ? `No price of ${symbol}.` : null)}>
      {(rate) => {
        const names = syntheticNames(health.data, rate);
        const mark = (name: string) => (names.includes(name) ? <Synthetic name={name} /> : null);
        return (
          <>
            <Num kind="price" value={rate?.price} unit={quote} class="big" />
            <Facts
              facts={[
                { name: 'Mark', value: <>{mark('mark_price')} <Num kind="price" value={rate?.mark_price} /></> },
                { name: 'Index', value: <>{mark('index_price')} <Num kind="price" value={rate?.index_price} /></> },
                { name: 'Funding', value: <>{mark('funding_rate')} <Num kind="funding" value={shifted(rate?.funding_rate ?? null, 2)} /></> },
                { name: 'Next funding', value: <Time at={rate?.next_funding_at} detail="minute" /> },
                { name: 'CVD 4 h', value: <Num kind="indicator" value={row?.cvd_mid} unit={base} /> },
                { name: 'CVD 24 h', value: <Num kind="indicator" value={row?.cvd_24h} unit={base} /> },
                { name: 'Large trade p95', value: <Num kind="qty" value={row?.p95_qty} unit={base} /> },
                { name: 'Large trade p99', value: <Num kind="qty" value={row?.p99_qty} unit={base} /> },
                { name: 'Windows covered', value: WINDOWS[row?.covered ?? 0] ?? String(row?.covered) },
              ]}
            />
          </>
        );
      }}
    </Panel>
  );
}
