/** How instants are shown: UTC unless the reader asks for local time. Every time on screen passes through here. */
export type Zone = 'utc' | 'local';
export type Detail = 'time' | 'millis' | 'minute' | 'date' | 'full';

/** Minutes east of UTC at an instant; a parameter so that a test can stand anywhere. */
export type OffsetAt = (ms: number) => number;

const localOffset: OffsetAt = (ms) => -new Date(ms).getTimezoneOffset();
const MINUTE_MS = 60_000;

export function toMs(time: string | null | undefined): number | null {
  if (time === null || time === undefined) return null;
  const ms = Date.parse(time);
  return Number.isNaN(ms) ? null : ms;
}

/** "23:55:10", "2024-08-08 23:55:10" and so on; the en dash where the time is not known. */
export function stamp(ms: number | null, zone: Zone, detail: Detail = 'time', offsetAt: OffsetAt = localOffset): string {
  if (ms === null) return '\u2013';
  const shift = zone === 'utc' ? 0 : offsetAt(ms) * MINUTE_MS;
  const iso = new Date(ms + shift).toISOString();
  switch (detail) {
    case 'time':
      return iso.slice(11, 19);
    case 'millis':
      return iso.slice(11, 23);
    case 'minute':
      return iso.slice(11, 16);
    case 'date':
      return iso.slice(0, 10);
    case 'full':
      return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
  }
}

/** "UTC", or "UTC+02:00" for local time. */
export function zoneLabel(zone: Zone, atMs: number, offsetAt: OffsetAt = localOffset): string {
  const minutes = zone === 'utc' ? 0 : offsetAt(atMs);
  if (zone === 'utc') return 'UTC';
  const size = Math.abs(minutes);
  const two = (n: number) => String(n).padStart(2, '0');
  return `UTC${minutes < 0 ? '\u2212' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** A latency or an age in the largest fitting unit: "120 ms", "4.2 s", "3 min", "2.5 h", "4 d". */
export function span(ms: number | null | undefined): string {
  if (ms === null || ms === undefined || !Number.isFinite(ms)) return '\u2013';
  const size = Math.abs(ms);
  const sign = ms < 0 ? '\u2212' : '';
  if (size < 1_000) return `${sign}${Math.round(size)} ms`;
  if (size < 10_000) return `${sign}${(size / 1_000).toFixed(1)} s`;
  if (size < 120_000) return `${sign}${Math.round(size / 1_000)} s`;
  if (size < 7_200_000) return `${sign}${Math.round(size / MINUTE_MS)} min`;
  if (size < 172_800_000) return `${sign}${(size / 3_600_000).toFixed(1)} h`;
  return `${sign}${Math.round(size / 86_400_000)} d`;
}

/** How long something was held: "00:04:45", or "2 d 03:00:00". */
export function clockSpan(ms: number | null): string {
  if (ms === null) return '\u2013';
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const days = Math.floor(seconds / 86_400);
  const clock = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
  return days === 0 ? clock : `${days} d ${clock}`;
}

/** Midnight UTC that starts the trading day of an instant. */
export function dayStart(ms: number): number {
  return ms - (((ms % 86_400_000) + 86_400_000) % 86_400_000);
}
