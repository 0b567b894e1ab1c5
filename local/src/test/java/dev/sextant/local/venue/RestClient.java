package dev.sextant.local.venue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.local.venue.rest.ApiKey;
import dev.sextant.local.venue.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A client of the venue's REST side that signs everything into the query, as the protocol page describes it. */
public final class RestClient {

    public static final ApiKey KEY = new ApiKey("loopback-desk-api-key", "loopback-desk-secret-0");

    /** Status, headers and JSON of an answer. */
    public record Reply(int status, JsonNode json, HttpResponse<String> raw) {

        public int code() {
            return json.path("code").asInt();
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final PaperVenue server;

    public RestClient(PaperVenue server) {
        this.server = server;
    }

    public Reply get(String pathAndQuery) throws IOException, InterruptedException {
        return send("GET", pathAndQuery, "", "");
    }

    /** Signed with the venue's own time, all in the query. */
    public Reply signed(String method, String path, String parameters) throws IOException, InterruptedException {
        return signedAt(method, path, parameters, server.marketClock().nowMs());
    }

    Reply signedAt(String method, String path, String parameters, long timestampMs)
            throws IOException, InterruptedException {
        String query = (parameters.isEmpty() ? "" : parameters + "&") + "timestamp=" + timestampMs;
        return send(method, path + "?" + query + "&signature=" + sign(KEY.secret(), query), "", KEY.key());
    }

    public Reply send(String method, String pathAndQuery, String body, String apiKey)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.httpUri() + pathAndQuery))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!apiKey.isEmpty()) {
            request.header("X-MBX-APIKEY", apiKey);
        }
        HttpResponse<String> raw = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(raw.statusCode(), Json.read(raw.body()), raw);
    }

    static String sign(String secret, String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
