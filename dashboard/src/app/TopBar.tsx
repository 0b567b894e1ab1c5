import { isStale, type Reading } from '../api/reading';
import type { Health } from '../api/health-types';
import type { Page, Rate } from '../api/types';
import { inWords } from '../ui/Synthetic';
import { Chip } from '../ui/Chip';
import { Num } from '../ui/Num';
import { pairOf } from '../format/symbol';
import { hrefs } from '../state/routes';
import { useVerdict } from '../state/now';
import { Clock } from './Clock';
import { Status } from './Status';

const MOST_TICKERS = 3;

/** What must be seen on every page: mode, price, what is synthetic, whether the desk is well, the time. */
export function TopBar({ health, rates }: { health: Reading<Health>; rates: Reading<Page<Rate>> }) {
  const stale = useVerdict((nowMs) => isStale(rates, nowMs));
  const mode = health.data?.mode ?? null;
  return (
    <header class="top">
      {mode !== null && <span class={`mode ${modeClass(mode)}`}>{mode.toUpperCase()}</span>}
      <div class={stale ? 'tickers stale' : 'tickers'}>
        {(rates.data?.items ?? []).slice(0, MOST_TICKERS).map((rate) => (
          <a key={rate.symbol} class="ticker" href={hrefs.market(rate.symbol)}>
            <span class="ticker-symbol">{rate.symbol}</span>
            <Num kind="price" value={rate.price} unit={pairOf(rate.symbol).quote} bare />
          </a>
        ))}
      </div>
      <div class="top-end">
        <SyntheticNotice names={health.data?.synthetic_inputs ?? []} />
        <Status health={health} />
        <Clock marketTime={health.data?.market_time ?? null} />
      </div>
    </header>
  );
}

export function modeClass(mode: string): 'live' | 'testnet' | 'paper' {
  const word = mode.toLowerCase();
  return word === 'live' || word === 'testnet' ? word : 'paper';
}

function SyntheticNotice({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <Chip tone="synth" title={`These inputs do not come from the venue: ${names.map(inWords).join(', ')}`}>
      SYNTHETIC <span class="synthetic-count">{names.length} {names.length === 1 ? 'input' : 'inputs'}</span>
    </Chip>
  );
}
