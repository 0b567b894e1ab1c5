import type { Health } from '../../api/health-types';
import type { Reading } from '../../api/reading';
import { span } from '../../format/time';
import { Chip, type Tone } from '../../ui/Chip';
import { Panel } from '../../ui/Panel';
import { clockSays } from '../system/clock';

interface Line {
  readonly name: string;
  readonly tone: Tone;
  readonly word: string;
  readonly detail: string;
}

/** The desk's health in a few lines; the System page has the tables. */
export function HealthCard({ health }: { health: Reading<Health> }) {
  return (
    <Panel title="Health" reading={health} class="span-5" aside={<a href="/system">details</a>}>
      {(data) => (
        <ul class="health-lines">
          {healthLines(data).map((line) => (
            <li key={line.name}>
              <span class="health-name">{line.name}</span>
              <Chip tone={line.tone}>{line.word}</Chip>
              <span class="note">{line.detail}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function healthLines(health: Health): Line[] {
  const { feeds, consumers, checks, replay } = health;
  const quiet = feeds.filter((feed) => feed.state !== 'LIVE');
  const slowest = Math.max(0, ...consumers.map((consumer) => consumer.lag_ms ?? 0));
  const errors = consumers.reduce((total, consumer) => total + consumer.errors, 0);
  const failed = checks.filter((check) => !check.ok);
  const gaps = feeds.reduce((total, feed) => total + feed.gaps, 0);
  return [
    {
      name: 'Feeds',
      tone: quiet.length === 0 ? 'ok' : replay?.message != null ? 'mute' : 'warn',
      word: quiet[0]?.state ?? (feeds.length === 0 ? 'NONE' : 'LIVE'),
      detail: feeds.map((feed) => `${feed.symbol}: last trade ${span(feed.age_ms)} ago`).join(', '),
    },
    { name: 'Gaps', tone: gaps === 0 ? 'ok' : 'warn', word: String(gaps), detail: gaps === 0 ? 'every trade id arrived' : 'see the ledger on System' },
    { name: 'Consumers', tone: errors === 0 ? 'ok' : 'warn', word: errors === 0 ? 'OK' : `${errors} errors`, detail: `slowest is ${span(slowest)} behind` },
    { name: 'Clock', ...clockSays(health) },
    { name: 'Checks', tone: failed.length === 0 ? 'ok' : 'bad', word: failed.length === 0 ? 'ALL PASS' : `${failed.length} FAILED`, detail: failed.map((check) => check.name).join(', ') || `${checks.length} checks` },
  ];
}
