package dev.sextant.venues.binance.trade;

import java.net.URI;
import java.time.Duration;

/**
 * How the adapter talks to the venue. Live, testnet and paper differ in the base address and the key.
 *
 * @param baseUri for example {@code https://fapi.binance.com}
 * @param clockMode {@link ClockMode#VENUE} for a venue server in a replay, else {@link ClockMode#OFFSET}
 * @param connectTimeout for opening a connection
 * @param answerTimeout from sending to the last byte of the answer
 * @param placementWindowMs the receive window of a placement, 1 to 60,000: how late the venue may still accept it
 * @param readWindowMs the receive window of reads and cancels, 1 to 60,000
 * @param attempts how often a read or a cancel is tried at most; a placement is tried once, whatever stands here
 */
public record BinanceTradeSettings(
        URI baseUri,
        ClockMode clockMode,
        Duration connectTimeout,
        Duration answerTimeout,
        long placementWindowMs,
        long readWindowMs,
        int attempts) {

    private static final long WIDEST_WINDOW_MS = 60_000;

    public BinanceTradeSettings {
        requireWindow("placementWindowMs", placementWindowMs);
        requireWindow("readWindowMs", readWindowMs);
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts is " + attempts + ", expected 1 or more");
        }
        if (!connectTimeout.isPositive() || !answerTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "time-outs are " + connectTimeout + " and " + answerTimeout + ", expected both above 0");
        }
    }

    /** Connect 2 s, answer 4 s, placements good for 2 s, reads for 5 s and tried up to three times. */
    public static BinanceTradeSettings of(URI baseUri, ClockMode clockMode) {
        return new BinanceTradeSettings(
                baseUri, clockMode, Duration.ofSeconds(2), Duration.ofSeconds(4), 2_000, 5_000, 3);
    }

    private static void requireWindow(String name, long windowMs) {
        if (windowMs < 1 || windowMs > WIDEST_WINDOW_MS) {
            throw new IllegalArgumentException(name + " is " + windowMs + ", expected 1 to " + WIDEST_WINDOW_MS);
        }
    }
}
