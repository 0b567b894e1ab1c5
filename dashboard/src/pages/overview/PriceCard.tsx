import type { Health } from '../../api/health-types';
import { queries } from '../../api/queries';
import type { Reading } from '../../api/reading';
import { syntheticNames } from '../../api/synthetic';
import type { Page, Rate } from '../../api/types';
import { useReading } from '../../api/use-reading';
import { shifted } from '../../format/decimal';
import { pairOf } from '../../format/symbol';
import { hrefs } from '../../state/routes';
import { Facts } from '../../ui/Facts';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Synthetic } from '../../ui/Synthetic';
import { Time } from '../../ui/Time';
import { PriceMove } from './PriceMove';

/** The last traded price, large, and beside it the marks that the desk uses, each said to be real or synthetic. */
export function PriceCard({ rates, health }: { rates: Reading<Page<Rate>>; health: Health | null }) {
  return (
    <Panel title="Price" reading={rates} class="span-5" empty={(page) => (page.items.length === 0 ? 'No price yet: the feed has sent nothing.' : null)}>
      {(page) => page.items.slice(0, 1).map((rate) => <Price key={rate.symbol} rate={rate} health={health} />)}
    </Panel>
  );
}

function Price({ rate, health }: { rate: Rate; health: Health | null }) {
  const { quote } = pairOf(rate.symbol);
  const candles = useReading(queries.candles(rate.symbol, { interval: '15s', limit: 120 }));
  const names = syntheticNames(health, rate);
  const mark = (name: string) => (names.includes(name) ? <Synthetic name={name} /> : null);
  return (
    <div class="price-card">
      <div class="price-main">
        <a class="price-symbol" href={hrefs.market(rate.symbol)}>
          {rate.symbol}
        </a>
        <Num kind="price" value={rate.price} unit={quote} class="big" />
        <PriceMove candles={candles.data?.items ?? []} symbol={rate.symbol} price={rate.price} />
      </div>
      <Facts
        class="price-facts"
        facts={[
          { name: 'Mark', value: <><Num kind="price" value={rate.mark_price} /> {mark('mark_price')}</> },
          { name: 'Index', value: <><Num kind="price" value={rate.index_price} /> {mark('index_price')}</> },
          { name: 'Funding', value: <><Num kind="funding" value={shifted(rate.funding_rate, 2)} /> {mark('funding_rate')}</> },
          { name: 'Next funding', value: <Time at={rate.next_funding_at} detail="minute" /> },
        ]}
      />
    </div>
  );
}
