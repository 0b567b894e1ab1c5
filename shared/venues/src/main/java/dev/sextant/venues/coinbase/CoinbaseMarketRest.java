package dev.sextant.venues.coinbase;

import dev.sextant.venues.http.HttpGet;
import dev.sextant.venues.http.HttpReply;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.http.VenueReadException;
import dev.sextant.venues.http.VenueReadException.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * Public reads of Coinbase Exchange, one attempt each: what they feed is informational, and the next poll comes soon.
 * The public limit is 10 requests a second and address. Thread-safe.
 */
public final class CoinbaseMarketRest {

    /** The real one. */
    public static final URI PRODUCTION = URI.create("https://api.exchange.coinbase.com");

    private final URI base;
    private final HttpGet http;
    private final Duration timeout;

    /** @param base without a slash at the end */
    public CoinbaseMarketRest(URI base, HttpGet http, Duration timeout) {
        this.base = base;
        this.http = http;
        this.timeout = timeout;
    }

    /**
     * Best bid and ask of a product.
     *
     * @param product for example {@code BTC-USD}
     * @throws VenueReadException saying whether the address, the limit or the answer was the trouble
     */
    public CoinbaseTicker ticker(String product) throws VenueReadException, InterruptedException {
        String path = "/products/" + product + "/ticker";
        HttpReply reply = get(path);
        if (reply.status() != 200) {
            throw new VenueReadException(
                    kind(reply.status()), path + ": HTTP " + reply.status() + " " + reply.excerpt());
        }
        try {
            return CoinbaseTicker.parse(product, reply.body());
        } catch (MalformedJson e) {
            throw new VenueReadException(Kind.MALFORMED, path + ": " + e.getMessage());
        }
    }

    private HttpReply get(String path) throws VenueReadException, InterruptedException {
        try {
            return http.get(URI.create(base + path), timeout);
        } catch (HttpTimeoutException e) {
            throw new VenueReadException(Kind.UNREACHABLE, path + ": no answer within " + timeout.toMillis() + " ms");
        } catch (IOException e) {
            throw new VenueReadException(Kind.UNREACHABLE, path + ": " + e);
        }
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 429 -> Kind.THROTTLED;
            case 403, 451 -> Kind.FORBIDDEN;
            default -> status >= 500 ? Kind.UNREACHABLE : Kind.REFUSED;
        };
    }
}
