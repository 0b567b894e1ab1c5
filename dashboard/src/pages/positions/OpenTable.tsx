import type { Reading } from '../../api/reading';
import type { Page, Position } from '../../api/types';
import { figure } from '../../format/figure';
import { pairOf } from '../../format/symbol';
import { hrefs } from '../../state/routes';
import { Chip } from '../../ui/Chip';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Side } from '../../ui/Side';
import { Table, type Column } from '../../ui/Table';
import { Time } from '../../ui/Time';

const open = (page: Page<Position>) => page.items.filter((position) => position.direction !== 'FLAT');

export function OpenTable({ positions }: { positions: Reading<Page<Position>> }) {
  const columns: readonly Column<Position>[] = [
    { head: 'Symbol', cell: (p) => p.symbol },
    { head: 'Side', cell: (p) => <Side side={p.direction} /> },
    { head: 'Size', cell: (p) => <Num kind="qty" value={p.qty} unit={pairOf(p.symbol).base} />, number: true },
    { head: 'Notional', cell: (p) => <Num kind="money" value={p.notional} />, number: true, wide: true },
    { head: 'Entry', cell: (p) => <Num kind="price" value={p.entry_price} />, number: true, wide: true },
    { head: 'Last price', cell: (p) => <Num kind="price" value={p.mark_price} />, number: true },
    { head: 'Stop', cell: (p) => <Num kind="price" value={p.stop_price} />, number: true, wide: true },
    { head: 'Targets', cell: (p) => <span class="num">{(p.take_profit_prices ?? []).map((price) => figure('price', price).text).join(' · ') || '–'}</span>, number: true, wide: true },
    { head: 'Unrealised', cell: (p) => <Num kind="pnl" value={p.unrealised_pnl} unit={pairOf(p.symbol).quote} />, number: true },
    { head: 'Protection', cell: (p) => <Chip tone={p.protected ? 'ok' : 'bad'}>{p.protected ? 'stop at venue' : 'NONE'}</Chip> },
    { head: 'Opened', cell: (p) => <Time at={p.opened_at} />, wide: true },
  ];
  return (
    <Panel title="Open positions" reading={positions} class="span-12" empty={(page) => (open(page).length === 0 ? <><strong>Flat</strong> No position is open.</> : null)}>
      {(page) => (
        <Table caption="Open positions" columns={columns} rows={open(page)} keyOf={(p) => `${p.symbol} ${p.strategy ?? ''}`} href={(p) => hrefs.market(p.symbol)} />
      )}
    </Panel>
  );
}
