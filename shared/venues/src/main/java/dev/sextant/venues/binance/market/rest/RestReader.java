package dev.sextant.venues.binance.market.rest;

import dev.sextant.venues.http.HttpGet;
import dev.sextant.venues.http.HttpReply;
import dev.sextant.venues.http.JsonReader;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.http.Sleeper;
import dev.sextant.venues.http.VenueReadException;
import dev.sextant.venues.http.VenueReadException.Kind;
import java.io.IOException;
import java.net.URI;
import java.util.function.DoubleSupplier;

/** Sends GETs within the budget and tells the kinds of failure apart. Only reads are ever repeated. */
final class RestReader {

    private static final int MAX_SHOWN = 200;

    private static final JsonReader ERRORS = new JsonReader(4 * 1024);

    private final HttpGet http;
    private final RateBudget budget;
    private final ReadPatience patience;
    private final Sleeper sleeper;
    private final DoubleSupplier random;

    RestReader(HttpGet http, RateBudget budget, ReadPatience patience, Sleeper sleeper, DoubleSupplier random) {
        this.http = http;
        this.budget = budget;
        this.patience = patience;
        this.sleeper = sleeper;
        this.random = random;
    }

    /** The body of a 200 answer. */
    String get(URI uri, RateBudget.Pool pool, int weight) throws VenueReadException, InterruptedException {
        String lastFailure = "no attempt";
        for (int attempt = 0; attempt < patience.attempts(); attempt++) {
            if (attempt > 0) {
                sleeper.sleep(patience.backoff().delayMs(attempt - 1, random.getAsDouble()));
            }
            awaitBudget(pool, weight);
            try {
                HttpReply reply = http.get(uri, patience.timeout());
                budget.onReply(reply);
                if (reply.status() == 200) {
                    return reply.body();
                }
                failIfFinal(uri, reply);
                lastFailure = "HTTP " + reply.status() + " " + reply.excerpt();
            } catch (IOException e) {
                lastFailure = e.toString();
            }
        }
        throw new VenueReadException(Kind.UNREACHABLE, uri.getPath() + ": " + lastFailure);
    }

    private void awaitBudget(RateBudget.Pool pool, int weight) throws VenueReadException, InterruptedException {
        long waitedMs = 0;
        for (long waitMs = budget.spend(pool, weight); waitMs > 0; waitMs = budget.spend(pool, weight)) {
            if (waitedMs + waitMs > patience.maxRateWaitMs()) {
                throw new VenueReadException(
                        Kind.THROTTLED, "the rate budget allows the next request in " + waitMs + " ms", waitMs);
            }
            sleeper.sleep(waitMs);
            waitedMs += waitMs;
        }
    }

    /** Returns for answers worth another attempt: throttled (the budget now waits) and the venue's own failures. */
    private static void failIfFinal(URI uri, HttpReply reply) throws VenueReadException {
        int status = reply.status();
        if (status == 403 || status == 451) {
            throw new VenueReadException(
                    Kind.FORBIDDEN,
                    uri.getHost() + " answers HTTP " + status
                            + ": this address or region may not use it. Use another region, or the testnet.");
        }
        if (status < 500 && status != 429 && status != 418 && status != 408) {
            throw new VenueReadException(Kind.REFUSED, uri.getPath() + ": HTTP " + status + " " + reason(reply));
        }
    }

    private static String reason(HttpReply reply) {
        try {
            var error = ERRORS.object(reply.body());
            return error.integer("code") + " " + shown(error.textOr("msg", ""));
        } catch (MalformedJson e) {
            return reply.excerpt();
        }
    }

    private static String shown(String words) {
        return words.length() <= MAX_SHOWN ? words : words.substring(0, MAX_SHOWN) + "…";
    }
}
