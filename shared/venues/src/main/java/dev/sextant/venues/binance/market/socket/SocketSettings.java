package dev.sextant.venues.binance.market.socket;

import dev.sextant.venues.http.Backoff;

/**
 * Time limits of a market connection.
 *
 * @param connectMs handshake
 * @param firstMessageMs from the handshake to the first message of each watched stream: an acknowledged subscription
 *     may stay silent for ever
 * @param stallMs between two messages of a watched stream; 0 = no stream is watched at all
 * @param rotateAfterMs age at which a connection is replaced
 * @param rotateJitterMs replaced earlier by up to this much, so that a fleet doesn't rotate at once
 * @param overlapMs how long both connections are read once the new one has shown every watched stream
 * @param reconnect waits between attempts
 */
public record SocketSettings(
        long connectMs,
        long firstMessageMs,
        long stallMs,
        long rotateAfterMs,
        long rotateJitterMs,
        long overlapMs,
        Backoff reconnect) {

    private static final long HOUR_MS = 3_600_000;

    /** The venue closes a connection after 24 hours; a watched stream speaks at least once a second. */
    public static SocketSettings standard() {
        return new SocketSettings(10_000, 10_000, 10_000, 23 * HOUR_MS, HOUR_MS / 2, 2_000, new Backoff(500, 30_000));
    }

    /** The same with another stall limit; 0 for replays that may pause. */
    public SocketSettings withStallMs(long newStallMs) {
        return new SocketSettings(
                connectMs, firstMessageMs, newStallMs, rotateAfterMs, rotateJitterMs, overlapMs, reconnect);
    }
}
