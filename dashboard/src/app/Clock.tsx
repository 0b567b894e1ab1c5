import { stamp, toMs, zoneLabel } from '../format/time';
import { prefs, toggleZone } from '../state/prefs';
import { useStore } from '../state/store';

/** Market time with its zone in words; one click changes between UTC and local time everywhere. */
export function Clock({ marketTime }: { marketTime: string | null }) {
  const { zone } = useStore(prefs);
  const ms = toMs(marketTime);
  const other = zone === 'utc' ? 'local time' : 'UTC';
  return (
    <button type="button" class="clock" onClick={toggleZone} title={`Market time. Click (or t) for ${other}.`}>
      <span class="clock-date num">{stamp(ms, zone, 'date')}</span>
      <span class="clock-time num">{stamp(ms, zone, 'time')}</span>
      <span class="clock-zone">{zoneLabel(zone, ms ?? Date.now())}</span>
    </button>
  );
}
