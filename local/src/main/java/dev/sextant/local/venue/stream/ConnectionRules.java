package dev.sextant.local.venue.stream;

import java.time.Duration;

/**
 * Limits of one WebSocket connection, all on the wall clock.
 *
 * @param maxAge after which the server closes it
 * @param pingInterval between ping frames
 * @param pongTimeout without any pong after which the server gives up
 * @param messagesPerSecond incoming messages, pings and pongs allowed in any second
 * @param maxStreams subscriptions allowed
 * @param slowConsumer how long the market waits for a connection that doesn't read before it is cut
 * @param listenKeyValidity after which a listen key expires unless it is kept alive
 */
public record ConnectionRules(
        Duration maxAge,
        Duration pingInterval,
        Duration pongTimeout,
        int messagesPerSecond,
        int maxStreams,
        Duration slowConsumer,
        Duration listenKeyValidity) {

    /** The live venue's: 24 h, ping each 3 min, pong within 10 min, 10 messages a second, 1,024 streams, 60 min. */
    public static ConnectionRules live() {
        return new ConnectionRules(
                Duration.ofHours(24),
                Duration.ofMinutes(3),
                Duration.ofMinutes(10),
                10,
                1_024,
                Duration.ofSeconds(10),
                Duration.ofMinutes(60));
    }

    /** The same with another life time. */
    public ConnectionRules withMaxAge(Duration other) {
        return new ConnectionRules(
                other, pingInterval, pongTimeout, messagesPerSecond, maxStreams, slowConsumer, listenKeyValidity);
    }

    /** The same with other pings. */
    public ConnectionRules withPings(Duration interval, Duration timeout) {
        return new ConnectionRules(
                maxAge, interval, timeout, messagesPerSecond, maxStreams, slowConsumer, listenKeyValidity);
    }

    /** The same with another validity of listen keys. */
    public ConnectionRules withListenKeyValidity(Duration other) {
        return new ConnectionRules(
                maxAge, pingInterval, pongTimeout, messagesPerSecond, maxStreams, slowConsumer, other);
    }
}
