package dev.sextant.venues.binance.trade;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * Builds requests. All parameters travel in the query string for every method, never split between query and body, and
 * the signature comes last.
 */
final class RequestFactory {

    /** The HTTP methods in use. */
    enum Method {
        GET,
        POST,
        PUT,
        DELETE
    }

    private final String base;
    private final Credentials credentials;
    private final RequestSigner signer;

    RequestFactory(URI base, Credentials credentials) {
        String text = base.toString();
        this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.credentials = credentials;
        this.signer = credentials.signer();
    }

    /** The same key at another host of the venue. */
    RequestFactory at(URI otherBase) {
        return new RequestFactory(otherBase, credentials);
    }

    /** A public request: no key, no signature. */
    HttpRequest open(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).GET().build();
    }

    /** A request that names the key and proves nothing: what the private stream's keys take. */
    HttpRequest keyed(Method method, String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("X-MBX-APIKEY", credentials.apiKey())
                .method(method.name(), BodyPublishers.noBody())
                .build();
    }

    HttpRequest signed(Method method, String path, Parameters parameters, long timestampMs, long recvWindowMs) {
        String payload = parameters
                .copy()
                .with("recvWindow", recvWindowMs)
                .with("timestamp", timestampMs)
                .encoded();
        URI uri = URI.create(base + path + "?" + payload + "&signature=" + signer.sign(payload));
        return HttpRequest.newBuilder(uri)
                .header("X-MBX-APIKEY", credentials.apiKey())
                .method(method.name(), BodyPublishers.noBody())
                .build();
    }
}
