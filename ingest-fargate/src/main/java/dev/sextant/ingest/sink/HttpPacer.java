package dev.sextant.ingest.sink;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** {@link Pacer} over HTTP: posts {@code {"consumer":"ingest","tick_ms":…,"market_sequence":…,"decisions_sequence":…}}. */
public final class HttpPacer implements Pacer {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client;
    private final URI address;

    public HttpPacer(HttpClient client, URI address) {
        this.client = client;
        this.address = address;
    }

    @Override
    public void tickDone(long tickMs, Receipt market, Receipt decisions) throws IOException, InterruptedException {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("consumer", "ingest")
                .put("tick_ms", tickMs)
                .put("market_sequence", market.lastSequence())
                .put("decisions_sequence", decisions.lastSequence())
                .toString();
        HttpResponse<String> reply = client.send(
                HttpRequest.newBuilder(address)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() / 100 != 2) {
            throw new IOException("the pacer at " + address + " answered HTTP " + reply.statusCode());
        }
    }
}
