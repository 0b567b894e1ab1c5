package dev.sextant.venues.binance.trade;

import dev.sextant.venues.binance.trade.TransportOutcome.Answered;
import dev.sextant.venues.binance.trade.TransportOutcome.Lost;
import dev.sextant.venues.binance.trade.TransportOutcome.NotSent;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one request once and says how far it got. Never throws for a network failure, never repeats a POST. */
final class Transport implements AutoCloseable {

    private static final long MAX_BODY_BYTES = 16L << 20;
    private static final String RESEND_ALL = "jdk.httpclient.enableAllMethodRetry";

    private final HttpClient http;
    private final Duration answerTimeout;

    /**
     * @param answerTimeout from handing over the request to the last byte of the answer. The HTTP client's own time-out
     *     ends at the headers, so a body that stalls would hang for ever.
     */
    Transport(Duration connectTimeout, Duration answerTimeout) {
        if (System.getProperty(RESEND_ALL) != null) {
            throw new IllegalStateException("the system property " + RESEND_ALL
                    + " is set: it lets the HTTP client send an order twice; remove it");
        }
        this.answerTimeout = answerTimeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(connectTimeout)
                .build();
    }

    TransportOutcome send(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> pending = http.sendAsync(
                request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MAX_BODY_BYTES));
        try {
            HttpResponse<String> response = pending.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Answered(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            pending.cancel(true);
            return new Lost("no whole answer within " + answerTimeout.toMillis() + " ms");
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new Lost("interrupted while waiting for the answer");
        } catch (ExecutionException e) {
            return failure(e.getCause() == null ? e : e.getCause());
        }
    }

    /**
     * The client raises these two while it opens a connection and at no other time. A failed TLS handshake is left out:
     * its exception can also come after the request was written, from a message that follows the handshake.
     */
    static TransportOutcome failure(Throwable cause) {
        String reason =
                cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
                ? new NotSent("no connection to the venue, nothing was sent (" + reason + ")")
                : new Lost("the connection failed after the request may have left (" + reason + ")");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
