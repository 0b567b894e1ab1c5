import type { OpportunityDetail as Detail, ProvenBook } from '../../api/opportunity-types';
import { queries } from '../../api/queries';
import { useReading } from '../../api/use-reading';
import { say } from '../../format/figure';
import { span } from '../../format/time';
import { usePlace } from '../../state/location';
import { Chip } from '../../ui/Chip';
import { CopyId } from '../../ui/Copy';
import { Facts } from '../../ui/Facts';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { CloseLink } from '../../ui/Split';
import { Synthetic } from '../../ui/Synthetic';
import { Time } from '../../ui/Time';
import { Legs } from './Legs';
import { cycleInWords, endingInWords, stateInfo } from './words';

/** One opportunity: its plan, its life, and the books that prove it. */
export function OpportunityDetail({ id }: { id: string }) {
  const reading = useReading(queries.opportunity(id));
  const { search } = usePlace();
  return (
    <Panel title="Opportunity" reading={reading} aside={<CloseLink href={`/opportunities${search}`} />}>
      {(one) => <Told one={one} />}
    </Panel>
  );
}

function Told({ one }: { one: Detail }) {
  const [tone, word] = stateInfo(one.state);
  const asset = one.start_asset;
  return (
    <article class="opportunity">
      <p class="verdict">
        <Chip tone={tone}>{word}</Chip>
        <span>{cycleInWords(one.cycle)}</span>
        {one.synthetic && <Synthetic name="this market" />}
      </p>
      <Facts
        class="two"
        facts={[
          { name: 'Seen', value: <Time at={one.seen_at} detail="millis" /> },
          { name: 'Lasted', value: one.lasted_ms === null ? 'still there' : span(one.lasted_ms) },
          { name: 'Ending', value: endingInWords(one.ending) },
          { name: 'Priced', value: `${one.looks} times` },
          { name: 'Edge', value: <Num kind="bps" value={one.edge_bps} /> },
          { name: 'Best edge', value: <Num kind="bps" value={one.best_edge_bps} /> },
          { name: 'Size', value: <Num kind="money" value={one.spend} unit={asset} /> },
          { name: 'Profit', value: <Num kind="pnl" value={one.profit} unit={asset} /> },
          { name: 'Worst loss', value: one.worst_loss === null ? 'no bound' : <Num kind="money" value={one.worst_loss} unit={asset} /> },
          { name: 'Not taken', value: one.not_taken ?? '–' },
          { name: 'Plan', value: <CopyId id={one.plan_id} label="plan id" /> },
          { name: 'Opportunity id', value: <CopyId id={one.opportunity_id} label="opportunity id" /> },
        ]}
      />
      <h3>Legs</h3>
      <Legs legs={one.legs} />
      <h3>Edge that was left</h3>
      <ul class="decay-shares" aria-label="Edge that was left">
        {Object.entries(one.decay).map(([ms, share]) => (
          <li key={ms}>
            <span class="note">{span(Number(ms))}</span> <span class="num">{say('percent', share * 100)}</span>
          </li>
        ))}
        {Object.keys(one.decay).length === 0 && <li class="note">not followed that long yet</li>}
      </ul>
      <h3>The books at first sight</h3>
      <div class="ladders">
        {one.books.map((book) => (
          <Ladder key={`${book.pair} ${book.side}`} book={book} />
        ))}
      </div>
    </article>
  );
}

function Ladder({ book }: { book: ProvenBook }) {
  return (
    <section class="ladder">
      <h4>
        {book.pair} <span class="note">{book.side}</span>
      </h4>
      <ol aria-label={`${book.side} of ${book.pair}, best first`}>
        {book.levels.map(([price, quantity], rank) => (
          <li key={price} class={rank < book.used ? 'used' : ''}>
            <span class="num">{price}</span>
            <span class="num">{quantity}</span>
          </li>
        ))}
      </ol>
      <p class="note">
        {book.used} {book.used === 1 ? 'level' : 'levels'} used
      </p>
    </section>
  );
}
