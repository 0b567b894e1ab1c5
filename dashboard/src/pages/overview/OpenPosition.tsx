import type { Position } from '../../api/types';
import type { RoundTrip } from '../../api/trading-types';
import { pairOf } from '../../format/symbol';
import { hrefs } from '../../state/routes';
import { Chip } from '../../ui/Chip';
import { Facts } from '../../ui/Facts';
import { Num } from '../../ui/Num';
import { Side } from '../../ui/Side';
import { Time } from '../../ui/Time';
import { Rail } from './Rail';
import { rail } from './rail-stops';

interface Props {
  position: Position;
  trade: RoundTrip | null;
}

/** One open position: what it is worth, where it stands between its stop and its targets, and what protects it. */
export function OpenPosition({ position, trade }: Props) {
  const { base, quote } = pairOf(position.symbol);
  const risk = Number(trade?.risk_usd ?? Number.NaN);
  const r = risk > 0 && position.unrealised_pnl !== null ? Number(position.unrealised_pnl) / risk : null;
  return (
    <div class="position">
      <div class="position-head">
        <div>
          <Side side={position.direction} /> <a href={hrefs.market(position.symbol)}>{position.symbol}</a>
          <p class="note">
            <Num kind="qty" value={position.qty} unit={base} /> · <Num kind="money" value={position.notional} unit={quote} />
          </p>
        </div>
        <div class="position-pnl">
          <Num kind="pnl" value={position.unrealised_pnl} unit={quote} class="big" />
          <p>
            <Num kind="r" value={r} />
          </p>
        </div>
      </div>
      <Rail stops={rail(position)} />
      <Protection isProtected={position.protected} stop={position.stop_price} />
      <Facts
        class="two"
        facts={[
          { name: 'Entry', value: <Num kind="price" value={position.entry_price} /> },
          { name: 'Last price', value: <Num kind="price" value={position.mark_price} /> },
          { name: 'Strategy', value: position.strategy ?? '–' },
          { name: 'Opened', value: <Time at={position.opened_at} /> },
          { name: 'Realised', value: <Num kind="pnl" value={position.realised_pnl} unit={quote} /> },
          { name: 'Fees', value: <Num kind="money" value={position.fees} unit={quote} /> },
        ]}
      />
    </div>
  );
}

function Protection({ isProtected, stop }: { isProtected: boolean; stop: string | null }) {
  if (isProtected) {
    return (
      <p class="protection">
        <Chip tone="ok">Protected</Chip> the venue holds a stop at <Num kind="price" value={stop} />
      </p>
    );
  }
  return (
    <p class="protection">
      <Chip tone="bad">NOT PROTECTED</Chip> the venue has acknowledged no stop
    </p>
  );
}
