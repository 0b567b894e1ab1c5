package dev.sextant.venues.http;

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

/**
 * Sends one request once and says how far it got: HTTP/1.1, no redirect, no proxy, bounded in time and size. Never throws
 * for a network failure, never repeats a POST. Held by the adapters that place orders.
 */
public final class SendOnce implements AutoCloseable {

    private static final String RESEND_ALL = "jdk.httpclient.enableAllMethodRetry";

    /** What came of a request. */
    public sealed interface Outcome {

        /** Not one byte of it left. */
        record NotSent(String reason) implements Outcome {}

        /** Some of it may have left, and no whole answer came back. */
        record Lost(String reason) implements Outcome {}

        /** A whole answer, whatever its status. */
        record Answered(HttpResponse<String> response) implements Outcome {}
    }

    private final HttpClient http;
    private final Duration answerTimeout;
    private final long maxBodyBytes;

    /**
     * @param answerTimeout from handing over the request to the last byte of the answer. The HTTP client's own time-out
     *     ends at the headers, so a body that stalls would hang for ever.
     * @param maxBodyBytes a longer answer is lost
     * @throws IllegalStateException when this machine is set up to send a POST twice
     */
    public SendOnce(Duration connectTimeout, Duration answerTimeout, long maxBodyBytes) {
        if (System.getProperty(RESEND_ALL) != null) {
            throw new IllegalStateException("the system property " + RESEND_ALL
                    + " is set: it lets the HTTP client send an order twice; remove it");
        }
        this.answerTimeout = answerTimeout;
        this.maxBodyBytes = maxBodyBytes;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(connectTimeout)
                .build();
    }

    /** Sends a request and waits for what comes of it. An interrupt leaves it open and stays set. */
    public Outcome send(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> pending = http.sendAsync(
                request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), maxBodyBytes));
        try {
            return new Outcome.Answered(pending.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            pending.cancel(true);
            return new Outcome.Lost("no whole answer within " + answerTimeout.toMillis() + " ms");
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.Lost("interrupted while waiting for the answer");
        } catch (ExecutionException e) {
            return failure(e.getCause() == null ? e : e.getCause());
        }
    }

    /**
     * The client raises these two while it opens a connection and at no other time. A failed TLS handshake is left out:
     * its exception can also come after the request was written, from a message that follows the handshake.
     */
    static Outcome failure(Throwable cause) {
        String reason =
                cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
                ? new Outcome.NotSent("no connection to the venue, nothing was sent (" + reason + ")")
                : new Outcome.Lost("the connection failed after the request may have left (" + reason + ")");
    }

    /** Drops the connections; what is under way ends lost. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}
