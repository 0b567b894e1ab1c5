package dev.sextant.venues.binance.market;

import java.net.URI;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Where the venue is: production, testnet, or any look-alike. All of it is configuration, because the routed paths are
 * young and differ between hosts.
 *
 * @param rest base of the REST paths, without a slash at the end
 * @param webSocket base of the stream paths, without a slash at the end
 * @param publicPath path and query of the combined public streams, ending where their names begin
 * @param marketPath the same for the market streams
 */
public record BinanceEndpoints(URI rest, URI webSocket, String publicPath, String marketPath) {

    private static final String PUBLIC_PATH = "/public/stream?streams=";
    private static final String MARKET_PATH = "/market/stream?streams=";

    public BinanceEndpoints {
        requireBase("rest", rest, "http");
        requireBase("webSocket", webSocket, "ws");
    }

    /** The real market. */
    public static BinanceEndpoints production() {
        return of(URI.create("https://fapi.binance.com"), URI.create("wss://fstream.binance.com"));
    }

    /** The venue's own test market: other filters, thin books. */
    public static BinanceEndpoints testnet() {
        return of(URI.create("https://demo-fapi.binance.com"), URI.create("wss://fstream.binancefuture.com"));
    }

    /** Any host with the production paths. */
    public static BinanceEndpoints of(URI rest, URI webSocket) {
        return new BinanceEndpoints(rest, webSocket, PUBLIC_PATH, MARKET_PATH);
    }

    private static void requireBase(String name, URI base, String scheme) {
        boolean right = base.getHost() != null
                && (scheme.equals(base.getScheme()) || (scheme + "s").equals(base.getScheme()))
                && !base.toString().endsWith("/");
        if (!right) {
            throw new IllegalArgumentException(name + " '" + base + "' is not a base, expected " + scheme
                    + "(s)://host[:port] without a slash at the end");
        }
    }

    /**
     * The address of a combined connection for these streams, which must all be of {@code route}.
     *
     * @throws IllegalArgumentException naming a stream of another route: it would be acknowledged and stay silent
     */
    public URI streams(MarketStream.Route route, Collection<MarketStream> streams) {
        for (MarketStream stream : streams) {
            if (stream.kind().route() != route) {
                throw new IllegalArgumentException(
                        stream.wireName() + " is served under " + stream.kind().route() + ", not under " + route);
            }
        }
        String names = streams.stream().map(MarketStream::urlName).collect(Collectors.joining("/"));
        String path = switch (route) {
            case PUBLIC -> publicPath;
            case MARKET -> marketPath;
        };
        return URI.create(webSocket + path + names);
    }

    /** The address of a REST path with its query. */
    public URI rest(String pathAndQuery) {
        return URI.create(rest + pathAndQuery);
    }
}
