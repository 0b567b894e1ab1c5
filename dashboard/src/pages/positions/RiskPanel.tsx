import type { Reading } from '../../api/reading';
import type { EntryVerdict, Risk } from '../../api/risk-types';
import { Chip } from '../../ui/Chip';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { LimitRow } from './LimitRow';

/** What an entry would meet now: each limit with how much of it is used, and the verdict for every strategy. */
export function RiskPanel({ risk }: { risk: Reading<Risk> }) {
  return (
    <Panel title="Risk" reading={risk} class="span-12" aside={<RiskPerTrade risk={risk.data} />}>
      {(data) => (
        <div class="risk">
          <ul class="limits">
            {data.limits.map((limit) => (
              <LimitRow key={limit.name + (limit.symbol ?? '')} limit={limit} />
            ))}
          </ul>
          <ul class="verdicts" aria-label="May a strategy enter now">
            {data.entries.map((entry) => (
              <Verdict key={`${entry.strategy} ${entry.symbol}`} entry={entry} />
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}

function RiskPerTrade({ risk }: { risk: Risk | null }) {
  return risk === null ? null : (
    <span class="note">
      <Num kind="money" value={risk.risk_per_trade} unit={risk.currency} /> per standard trade
    </span>
  );
}

function Verdict({ entry }: { entry: EntryVerdict }) {
  return (
    <li>
      <span class="verdict-who">
        {entry.strategy} <span class="note">{entry.symbol}</span>
      </span>
      <Chip tone={entry.allowed ? 'ok' : 'warn'}>{entry.allowed ? 'MAY ENTER' : 'NOT NOW'}</Chip>
      <span class="note">{entry.text ?? 'no rule is in the way; its size is judged when it asks'}</span>
    </li>
  );
}
