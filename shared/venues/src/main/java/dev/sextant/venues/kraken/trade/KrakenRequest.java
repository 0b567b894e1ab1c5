package dev.sextant.venues.kraken.trade;

import java.util.Map;

/**
 * One HTTP request to Kraken's REST host, ready to be sent as it is. Its text form shows neither headers nor body: they
 * hold the key and its signature.
 *
 * @param method {@code GET} for public, {@code POST} for private calls
 * @param target path and query, without the host
 * @param headers all that must be sent
 * @param body the exact text, empty for GET; sent as UTF-8
 */
public record KrakenRequest(String method, String target, Map<String, String> headers, String body) {

    /** Kraken asks clients to say who they are. */
    private static final String AGENT = "sextant";

    public KrakenRequest {
        headers = Map.copyOf(headers);
    }

    static KrakenRequest get(String method) {
        return new KrakenRequest("GET", "/0/public/" + method, Map.of("User-Agent", AGENT), "");
    }

    static KrakenRequest post(KrakenCall call, String apiKey, KrakenSigner signer, long nonce) {
        String body = call.fields().body(nonce);
        return new KrakenRequest(
                "POST",
                call.path(),
                Map.of(
                        "API-Key",
                        apiKey,
                        "API-Sign",
                        signer.sign(call.path(), nonce, body),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "User-Agent",
                        AGENT),
                body);
    }

    @Override
    public String toString() {
        return "KrakenRequest[" + method + " " + target + "]";
    }
}
