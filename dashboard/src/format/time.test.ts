import { describe, expect, it } from 'vitest';
import { clockSpan, dayStart, span, stamp, toMs, zoneLabel } from './time';

const AT = Date.parse('2024-08-08T23:55:10.123Z');
const KATHMANDU = () => 345;
const ST_JOHNS = () => -150;

describe('time', () => {
  it('shows UTC unless asked otherwise', () => {
    expect(stamp(AT, 'utc', 'full', KATHMANDU)).toBe('2024-08-08 23:55:10');
    expect(stamp(AT, 'local', 'full', KATHMANDU)).toBe('2024-08-09 05:40:10');
    expect(stamp(AT, 'local', 'minute', ST_JOHNS)).toBe('21:25');
    expect(stamp(AT, 'utc', 'millis')).toBe('23:55:10.123');
    expect(stamp(null, 'utc')).toBe('–');
  });

  it('names the zone', () => {
    expect(zoneLabel('utc', AT, KATHMANDU)).toBe('UTC');
    expect(zoneLabel('local', AT, KATHMANDU)).toBe('UTC+05:45');
    expect(zoneLabel('local', AT, ST_JOHNS)).toBe('UTC−02:30');
  });

  it('reads only what is a time', () => {
    expect(toMs('2024-08-08T23:55:10.123Z')).toBe(AT);
    expect([toMs(null), toMs(undefined), toMs('soon')]).toEqual([null, null, null]);
  });

  it('says ages in the largest fitting unit', () => {
    expect([0, 120, 4_200, 12_000, 180_000, 9_000_000, 345_600_000].map(span)).toEqual(['0 ms', '120 ms', '4.2 s', '12 s', '3 min', '2.5 h', '4 d']);
    expect([span(-3), span(null), span(Number.NaN)]).toEqual(['−3 ms', '–', '–']);
  });

  it('says how long something was held', () => {
    expect(clockSpan(285_000)).toBe('00:04:45');
    expect(clockSpan(2 * 86_400_000 + 10_800_000)).toBe('2 d 03:00:00');
    expect(clockSpan(null)).toBe('–');
  });

  it('starts the day at midnight UTC', () => {
    expect(dayStart(AT)).toBe(Date.parse('2024-08-08T00:00:00Z'));
    expect(dayStart(Date.parse('2024-08-08T00:00:00Z'))).toBe(Date.parse('2024-08-08T00:00:00Z'));
  });
});
