package dev.sextant.venues.binance.trade;

import dev.sextant.venues.binance.trade.TransportOutcome.Answered;
import dev.sextant.venues.binance.trade.TransportOutcome.Lost;
import dev.sextant.venues.binance.trade.TransportOutcome.NotSent;
import dev.sextant.venues.http.SendOnce;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sends one request once and says how far it got. Never throws for a network failure, never repeats a POST. */
final class Transport implements AutoCloseable {

    private static final long MAX_BODY_BYTES = 16L << 20;

    private final SendOnce http;

    /** @param answerTimeout from handing over the request to the last byte of the answer */
    Transport(Duration connectTimeout, Duration answerTimeout) {
        this.http = new SendOnce(connectTimeout, answerTimeout, MAX_BODY_BYTES);
    }

    TransportOutcome send(HttpRequest request) {
        return switch (http.send(request)) {
            case SendOnce.Outcome.NotSent(String reason) -> new NotSent(reason);
            case SendOnce.Outcome.Lost(String reason) -> new Lost(reason);
            case SendOnce.Outcome.Answered(HttpResponse<String> response) ->
                new Answered(response.statusCode(), response.headers(), response.body());
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
