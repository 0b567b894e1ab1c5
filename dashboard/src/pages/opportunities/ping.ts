import { figure, say } from '../../format/figure';

/** How the venue answers pings: the last round trip, and how often a connection was given up because none was answered. */
export function pingInWords(feed: Readonly<Record<string, number>>): string {
  const roundTrip = feed['round_trip_ms'];
  const answered = roundTrip === undefined ? 'none answered yet' : `${say('ms', roundTrip)}`;
  const unanswered = feed['unanswered_pings'] ?? 0;
  return unanswered === 0 ? answered : `${answered}, ${figure('count', unanswered).text} unanswered`;
}
