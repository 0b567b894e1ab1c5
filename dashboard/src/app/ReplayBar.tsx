import type { Replay } from '../api/health-types';
import { speedText } from '../format/speed';
import { toMs } from '../format/time';
import { Time } from '../ui/Time';

/** "Replaying usdm-btcusdt-20240808 · 23:55:10 of 23:59:59 · 1×", and how far that is. */
export function ReplayBar({ replay }: { replay: Replay }) {
  const done = progress(replay);
  return (
    <div class="banner replay" role="status">
      <span>
        {replay.message === null ? <strong>{verb(replay.state)}</strong> : <strong>{capitalised(replay.message)}</strong>}{' '}
        <code>{replay.capture}</code>
        <span class="sep"> · </span>
        <Time at={replay.position_at} /> of <Time at={replay.last_at} />
        <span class="sep"> · </span>
        {speedText(replay.speed)}
      </span>
      <progress max={100} value={done} aria-label="Progress of the replay">
        {Math.round(done)} %
      </progress>
    </div>
  );
}

/** 0–100: how much of the capture has been played. */
export function progress({ first_at, last_at, position_at }: Replay): number {
  const [first, last, at] = [toMs(first_at), toMs(last_at), toMs(position_at)];
  if (first === null || last === null || at === null || last <= first) return 0;
  return Math.min(100, Math.max(0, (100 * (at - first)) / (last - first)));
}

const verb = (state: string): string => (state === 'PLAYING' ? 'Replaying' : capitalised(state.toLowerCase()));
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
