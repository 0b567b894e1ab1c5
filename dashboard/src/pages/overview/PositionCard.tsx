import type { Reading } from '../../api/reading';
import type { Page, Position } from '../../api/types';
import type { RoundTrip } from '../../api/trading-types';
import { Panel } from '../../ui/Panel';
import { OpenPosition } from './OpenPosition';

interface Props {
  positions: Reading<Page<Position>>;
  trades: Page<RoundTrip> | null;
}

const openOnes = (page: Page<Position>) => page.items.filter((position) => position.direction !== 'FLAT');

export function PositionCard({ positions, trades }: Props) {
  const active = (position: Position) =>
    trades?.items.find((trade) => trade.closed_at === null && trade.symbol === position.symbol) ?? null;
  return (
    <Panel
      title="Open position"
      reading={positions}
      class="span-5"
      empty={(page) => (openOnes(page).length === 0 ? <Flat /> : null)}
    >
      {(page) =>
        openOnes(page).map((position) => (
          <OpenPosition
            key={`${position.symbol} ${position.strategy ?? ''}`}
            position={position}
            trade={active(position)}
          />
        ))
      }
    </Panel>
  );
}

function Flat() {
  return (
    <>
      <strong>Flat</strong>
      <span>No position is open. A decision that reaches its threshold opens one.</span>
    </>
  );
}
