package dev.sextant.ingest.account;

import dev.sextant.venues.http.Backoff;

/**
 * Time limits of a private connection, milliseconds.
 *
 * @param connectMs handshake
 * @param pingMs between pings: the stream has nothing to say for hours, and the venue's own pings are three minutes apart
 * @param silenceMs without any sign of life after which a connection is given up
 * @param rotateAfterMs age at which it is replaced, before the venue's 24 hours
 * @param rotateJitterMs earlier by up to this much
 * @param overlapMs how long both are read
 * @param reconnect waits between attempts
 */
public record PrivateSettings(
        long connectMs,
        long pingMs,
        long silenceMs,
        long rotateAfterMs,
        long rotateJitterMs,
        long overlapMs,
        Backoff reconnect) {

    private static final long HOUR_MS = 3_600_000;

    /** A ping each five seconds, of ten messages a second the venue allows. */
    public static PrivateSettings standard() {
        return new PrivateSettings(10_000, 5_000, 20_000, 23 * HOUR_MS, HOUR_MS / 2, 2_000, new Backoff(500, 30_000));
    }
}
