import type { OpportunitySummary, Watch } from '../../api/opportunity-types';
import type { Reading } from '../../api/reading';
import { figure, say } from '../../format/figure';
import { span } from '../../format/time';
import { Chip } from '../../ui/Chip';
import { Facts } from '../../ui/Facts';
import { Panel } from '../../ui/Panel';
import { Synthetic } from '../../ui/Synthetic';
import { pingInWords } from './ping';
import { endingInWords } from './words';

/** What is watched, with which settings, how the feed fares, and what was no opportunity all the same. */
export function WatchPanel({ summary }: { summary: Reading<OpportunitySummary> }) {
  return (
    <Panel title="Watch" reading={summary} class="span-12" empty={(data) => (data.watch === null ? <NoWatch /> : null)}>
      {(data) => data.watch !== null && <Watched summary={data} watch={data.watch} />}
    </Panel>
  );
}

function NoWatch() {
  return (
    <>
      <strong>No venue is watched for triangles</strong>
      <span>
        <code>./sextant up --venue both</code> watches Kraken beside Binance.
      </span>
    </>
  );
}

function Watched({ summary, watch }: { summary: OpportunitySummary; watch: Watch }) {
  const { settings, feed } = watch;
  return (
    <div class="watch">
      <p class="watch-line">
        <Chip tone={watch.connected ? 'ok' : 'bad'}>{watch.connected ? 'CONNECTED' : 'NOT CONNECTED'}</Chip>
        <span>
          {watch.venue}: {watch.live_books} of {watch.pairs} books follow, {watch.cycles} cycles
        </span>
        {watch.synthetic && <Synthetic name="this market" />}
      </p>
      <Facts
        class="watch-facts"
        facts={[
          { name: 'Seen', value: `${figure('count', summary.opportunities).text}, ${summary.taken} taken` },
          { name: 'Lasted', value: `median ${span(summary.lasted_ms.median)}, p90 ${span(summary.lasted_ms.p90)}` },
          { name: 'Fee, buffer', value: `${say('bps', settings.fee_bps)}, ${say('bps', settings.buffer_bps)}` },
          { name: 'At most', value: `${settings.max_notional} ${settings.starts.join(' or ')}` },
          { name: 'A book is stale', value: `after ${span(settings.stale_ms)}` },
          { name: 'Book messages', value: figure('count', feed['book_messages']).text },
          { name: 'Wrong checksums', value: figure('count', feed['wrong_checksums']).text },
          { name: 'Books begun again', value: figure('count', feed['resubscribed']).text },
          { name: 'Connections', value: figure('count', feed['connections']).text },
          { name: 'Ping', value: pingInWords(feed) },
          { name: 'Gaps between trades', value: figure('count', feed['trade_gaps']).text },
          { name: 'Changes lost', value: figure('count', watch.changes_lost).text },
        ]}
      />
      <div class="watch-counts">
        <Counts title="How they ended" counts={summary.endings} />
        <Counts title="Best prices paid, and it was none" counts={watch.missed} />
      </div>
    </div>
  );
}

function Counts({ title, counts }: { title: string; counts: Record<string, number> }) {
  const known = Object.entries(counts).filter(([, count]) => count > 0);
  return (
    <section>
      <h3>{title}</h3>
      <ul class="findings" aria-label={title}>
        {known.map(([name, count]) => (
          <li key={name}>
            <span class="num">{figure('count', count).text}</span> {endingInWords(name)}
          </li>
        ))}
        {known.length === 0 && <li class="note">none</li>}
      </ul>
    </section>
  );
}
