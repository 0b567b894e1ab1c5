import type { Health, LiveVenue } from '../../api/health-types';
import type { Reading } from '../../api/reading';
import { speedText } from '../../format/speed';
import { span } from '../../format/time';
import { Chip } from '../../ui/Chip';
import { Facts, type Fact } from '../../ui/Facts';
import { Panel } from '../../ui/Panel';
import { inWords } from '../../ui/Synthetic';
import { Time } from '../../ui/Time';
import { clockSays } from './clock';

/** Session, clock, the market it watches and versions. */
export function SessionPanel({ health }: { health: Reading<Health> }) {
  return (
    <Panel title="Desk" reading={health} class="span-12">
      {(data) => (
        <div class="desk-facts">
          <Facts facts={sessionFacts(data)} />
          <Facts facts={clockFacts(data)} />
          <Facts facts={marketFacts(data)} />
        </div>
      )}
    </Panel>
  );
}

function sessionFacts({ status, mode, account, version, session }: Health): Fact[] {
  return [
    { name: 'Status', value: <Chip tone={status === 'HEALTHY' ? 'ok' : 'warn'}>{status}</Chip> },
    { name: 'Session', value: session === null ? '–' : session.state },
    { name: 'Started', value: <Time at={session?.started_at} detail="full" /> },
    { name: 'Recovered in', value: <span class="num">{span(session?.recovered_ms)}</span> },
    { name: 'Session before', value: session?.previous_end ?? 'none' },
    { name: 'Mode', value: `${mode} · ${account}` },
    { name: 'Version', value: <code>{version}</code> },
  ];
}

function clockFacts(health: Health): Fact[] {
  const { clock, market_time, synthetic_inputs, as_of } = health;
  const { tone, word } = clockSays(health);
  return [
    { name: 'Clock', value: <Chip tone={tone}>{word}</Chip> },
    { name: 'Offset from venue', value: <span class="num">{span(clock?.offset_ms)}</span> },
    { name: 'Measured', value: <Time at={clock?.measured_at} detail="full" /> },
    { name: 'Market time', value: <Time at={market_time} detail="full" /> },
    { name: 'As of', value: <Time at={as_of} detail="full" /> },
    { name: 'Synthetic inputs', value: synthetic_inputs.map(inWords).join(', ') || 'none' },
  ];
}

function marketFacts({ replay, venue }: Health): Fact[] {
  if (replay === null) return venue === null ? [{ name: 'Replay', value: 'none' }] : liveFacts(venue);
  return [
    { name: 'Replay', value: <code>{replay.capture}</code> },
    { name: 'State', value: replay.message ?? replay.state },
    { name: 'Speed', value: speedText(replay.speed) },
    { name: 'Position', value: <Time at={replay.position_at} detail="full" /> },
    { name: 'From', value: <Time at={replay.first_at} detail="full" /> },
    { name: 'To', value: <Time at={replay.last_at} detail="full" /> },
  ];
}

function liveFacts(venue: LiveVenue): Fact[] {
  const counts: [string, number | undefined][] = [
    ['Reconnects', venue.reconnects],
    ['Books resynchronised', venue.book_resyncs],
    ['Orders refused', venue.orders_refused],
  ];
  return [
    { name: 'Live market', value: <code>{venue.exchange}</code> },
    { name: 'State', value: <Chip tone={venue.state === 'LIVE' ? 'ok' : 'warn'}>{venue.state}</Chip> },
    { name: 'Trouble', value: venue.trouble ?? 'none' },
    ...counts.flatMap(([name, count]) => (count === undefined ? [] : [{ name, value: String(count) }])),
  ];
}
