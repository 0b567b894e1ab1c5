import type { Health } from '../api/health-types';
import type { Reading } from '../api/reading';
import { Chip, type Tone } from '../ui/Chip';

/** One word for the desk's state; the System page has the details. */
export function Status({ health }: { health: Reading<Health> }) {
  const [tone, words] = statusOf(health);
  return (
    <a href="/system" class="status-link" aria-label={`Desk status: ${words}`}>
      <Chip tone={tone}>
        <span class="dot" aria-hidden="true" />
        {words}
      </Chip>
    </a>
  );
}

export function statusOf(health: Reading<Health>): readonly [Tone, string] {
  if (health.failure !== null) {
    return health.failure.kind === 'recovering' ? ['warn', 'RECOVERING'] : ['bad', 'NO CONNECTION'];
  }
  if (health.data === null) return ['mute', 'CONNECTING'];
  if (health.data.status !== 'HEALTHY') return ['warn', health.data.status];
  const failed = health.data.checks.filter((check) => !check.ok).length;
  return failed === 0 ? ['ok', 'HEALTHY'] : ['warn', `${failed} CHECK${failed === 1 ? '' : 'S'} FAILED`];
}
