package dev.sextant.venues.kraken.trade;

import dev.sextant.venues.http.SendOnce;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * {@link KrakenTransport} on the JDK's client. The turn goes on with the answer, so private requests arrive in the order
 * of their nonces however many connections there are. One that ran out of time may still be on its way then: what follows
 * may overtake it, and the venue refuses the older nonce.
 */
public final class JdkKrakenTransport implements KrakenTransport, AutoCloseable {

    /** All pairs of Kraken have some million bytes. */
    private static final long MAX_BODY_BYTES = 8L << 20;

    private final URI base;
    private final SendOnce http;

    /**
     * @param base the host, {@code https://…}; plain {@code http} on loopback alone, for a request has the key in it
     * @param answerTimeout from handing over a request to the last byte of its answer
     * @throws IllegalArgumentException when {@code base} is neither
     */
    public JdkKrakenTransport(URI base, Duration connectTimeout, Duration answerTimeout) {
        this.base = required(base);
        this.http = new SendOnce(connectTimeout, answerTimeout, MAX_BODY_BYTES);
    }

    private static URI required(URI base) {
        boolean loopback = "127.0.0.1".equals(base.getHost()) || "localhost".equals(base.getHost());
        boolean closed = "https".equals(base.getScheme()) || ("http".equals(base.getScheme()) && loopback);
        if (base.getHost() == null
                || !closed
                || base.getUserInfo() != null
                || !base.getPath().isEmpty()) {
            throw new IllegalArgumentException("Kraken's base address is '" + base
                    + "', expected https://host without a path, or http://127.0.0.1:port");
        }
        return base;
    }

    @Override
    public TransportOutcome send(KrakenRequest request, Runnable written) {
        try {
            return switch (http.send(built(request))) {
                case SendOnce.Outcome.NotSent(String reason) -> new TransportOutcome.NotSent(reason);
                case SendOnce.Outcome.Lost(String reason) -> new TransportOutcome.Lost(reason);
                case SendOnce.Outcome.Answered(HttpResponse<String> response) ->
                    new TransportOutcome.Answered(response.statusCode(), response.body());
            };
        } finally {
            written.run();
        }
    }

    private HttpRequest built(KrakenRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(request.target()))
                .method(
                        request.method(),
                        request.body().isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(request.body(), StandardCharsets.UTF_8));
        request.headers().forEach(builder::header);
        return builder.build();
    }

    /** Drops the connections; a placement that is under way ends unknown. */
    @Override
    public void close() {
        http.close();
    }
}
