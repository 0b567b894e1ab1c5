import type { Check } from '../../api/health-types';
import type { Reading } from '../../api/reading';
import { Chip } from '../../ui/Chip';
import { Panel } from '../../ui/Panel';
import { inWords } from '../../ui/Synthetic';

/** The desk's checks on itself, failed ones first. */
export function ChecksPanel({ checks }: { checks: Reading<Check[]> }) {
  return (
    <Panel title="Checks" reading={checks} class="span-5" empty={(items) => (items.length === 0 ? 'No check has run yet.' : null)}>
      {(items) => (
        <ul class="checks">
          {[...items].sort((a, b) => Number(a.ok) - Number(b.ok)).map((check) => (
            <li key={check.name}>
              <Chip tone={check.ok ? 'ok' : 'bad'}>{check.ok ? 'PASS' : 'FAIL'}</Chip>
              <span title={check.name}>{inWords(check.name)}</span>
              <span class="note">{check.detail}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
