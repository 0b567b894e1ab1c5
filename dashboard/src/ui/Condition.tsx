import type { ApiFailure, FailureKind } from '../api/client';
import type { Reading } from '../api/reading';
import { Chip } from './Chip';
import { Age, Time } from './Time';

/** Says how fresh a panel is: "as of 23:55:10", or in amber how old. */
export function Freshness({ reading, stale }: { reading: Reading<unknown>; stale: boolean }) {
  if (reading.receivedAtMs === null) return null;
  if (stale) {
    return (
      <Chip tone="warn" title={reading.failure?.message ?? 'No newer answer has come.'}>
        <Age sinceMs={reading.receivedAtMs} /> old
      </Chip>
    );
  }
  if (reading.asOf === null) return null;
  return (
    <span class="as-of">
      as of <Time at={reading.asOf} />
    </span>
  );
}

export function Loading() {
  return (
    <div class="loading" role="status">
      <span class="sr-only">Loading</span>
      <span class="bone" />
      <span class="bone" />
      <span class="bone" />
    </div>
  );
}

const HEADLINES: Readonly<Record<FailureKind, string>> = {
  unreachable: 'No connection to the desk',
  recovering: 'The desk is recovering',
  not_found: 'Not found',
  refused: 'The desk refused this',
  malformed: 'The answer could not be read',
};

export function Failed({ failure }: { failure: ApiFailure }) {
  return (
    <div class="empty failed" role="status">
      <strong>{HEADLINES[failure.kind]}</strong>
      <span>{failure.message}</span>
    </div>
  );
}
