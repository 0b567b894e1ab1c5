package dev.sextant.local.venue.stream;

import org.jspecify.annotations.Nullable;

/** The routed paths of the WebSocket host. */
enum Route {
    PUBLIC,
    MARKET,
    PRIVATE;

    /** The route that carries a public stream, or null when there is no such kind of stream here. */
    static @Nullable Route of(String stream) {
        int at = stream.indexOf('@');
        return switch (at < 0 ? "" : stream.substring(at)) {
            case "@bookTicker", "@depth@100ms" -> PUBLIC;
            case "@aggTrade", "@markPrice@1s", "@forceOrder" -> MARKET;
            default -> null;
        };
    }
}
