import { span, stamp, toMs, zoneLabel, type Detail } from '../format/time';
import { prefs } from '../state/prefs';
import { useNow } from '../state/now';
import { useStore } from '../state/store';

/** An instant in the reader's chosen zone; the tool tip gives it in full with the zone's name. */
export function Time({ at, detail = 'time' }: { at: string | null | undefined; detail?: Detail }) {
  const { zone } = useStore(prefs);
  const ms = toMs(at);
  if (ms === null) return <span class="num" title="not known">–</span>;
  return (
    <time class="num" dateTime={at ?? ''} title={`${stamp(ms, zone, 'full')} ${zoneLabel(zone, ms)}`}>
      {stamp(ms, zone, detail)}
    </time>
  );
}

/** How long ago, by this browser's clock; ticks by itself. */
export function Age({ sinceMs }: { sinceMs: number }) {
  return <span class="num">{span(Math.max(0, useNow() - sinceMs))}</span>;
}
