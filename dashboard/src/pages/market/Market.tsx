import { queries } from '../../api/queries';
import { useReading } from '../../api/use-reading';
import { hrefs } from '../../state/routes';
import { useParam } from '../../state/location';
import { Chart } from './Chart';
import { MarketFacts } from './MarketFacts';
import { Tape } from './Tape';
import { intervalOf, rangeOf } from './ranges';

/** One symbol's market: chart with the desk's own trades, the tape, and the inputs of the strategies. */
export function Market({ symbol }: { symbol: string | null }) {
  const rates = useReading(queries.rates());
  const [rangeText] = useParam('range');
  const [intervalText] = useParam('interval');
  const symbols = rates.data?.items.map((rate) => rate.symbol) ?? [];
  const shown = symbol ?? symbols[0];
  if (shown === undefined) return <p class="empty">No symbol yet: the feed has sent no price.</p>;
  const range = rangeOf(rangeText);
  const interval = intervalOf(intervalText, range);
  return (
    <>
      {symbols.length > 1 && <Symbols symbols={symbols} current={shown} />}
      <div class="market">
        <Chart key={shown} symbol={shown} range={range} interval={interval} />
        <div class="market-side">
          <MarketFacts symbol={shown} rates={rates} />
          <Tape symbol={shown} />
        </div>
      </div>
    </>
  );
}

function Symbols({ symbols, current }: { symbols: readonly string[]; current: string }) {
  return (
    <nav class="tabs" aria-label="Symbols">
      {symbols.map((symbol) => (
        <a key={symbol} href={hrefs.market(symbol)} aria-current={symbol === current ? 'page' : undefined}>
          {symbol}
        </a>
      ))}
    </nav>
  );
}
