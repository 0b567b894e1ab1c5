package dev.sextant.venues.binance.market.socket;

import dev.sextant.venues.binance.market.MarketStream;
import dev.sextant.venues.binance.market.Parsed;
import dev.sextant.venues.binance.market.StreamParser;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.SocketConnection;
import dev.sextant.venues.http.SocketConnector;
import dev.sextant.venues.http.SocketListener;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a {@link BinanceMarketSocket}: parses what arrives and remembers when each stream last spoke. Its
 * owner asks it for a {@link #fault} from time to time; it never acts on its own.
 */
final class Link implements SocketListener {

    private static final long NOT_YET = Long.MIN_VALUE;

    private final URI address;
    private final MarketListener market;
    private final MonotonicClock clock;
    private final Collection<MarketStream> watched;
    private final boolean announced;
    private final StreamParser parser = new StreamParser();
    private final Map<MarketStream, Long> lastSeenMs = new ConcurrentHashMap<>();
    private final long startedMs;
    private final SocketConnection connection;
    private volatile long openedMs = NOT_YET;
    private volatile boolean delivering;
    private volatile boolean shuttingDown;
    private boolean suspected;
    private volatile @Nullable String closedBecause;

    /** @param announced whether the listener is told when this connection opens */
    @SuppressWarnings(
            "this-escape") // the connection calls back only with news, for which all fields but itself suffice
    Link(
            URI address,
            SocketConnector connector,
            MarketListener market,
            MonotonicClock clock,
            Collection<MarketStream> watched,
            boolean announced) {
        this.address = address;
        this.market = market;
        this.clock = clock;
        this.watched = watched;
        this.announced = announced;
        this.startedMs = clock.nowMs();
        this.connection = connector.open(address, this);
    }

    void abort() {
        connection.abort();
    }

    @Override
    public void onOpen() {
        openedMs = clock.nowMs();
        if (announced) {
            market.onConnected();
        }
    }

    @Override
    public void onText(String text) {
        delivering = true;
        try {
            deliver(text);
        } finally {
            delivering = false;
        }
    }

    private void deliver(String text) {
        switch (parser.parse(text)) {
            case Parsed.Event(var event) -> {
                lastSeenMs.put(new MarketStream(event.kind(), event.symbol()), clock.nowMs());
                market.onEvent(event, text.length());
            }
            case Parsed.ShuttingDown _ -> shuttingDown = true;
            case Parsed.Ignored _ -> {}
            case Parsed.Refused(long code, String message) -> market.onMalformed("refused: " + code + " " + message);
            case Parsed.Malformed(String reason) -> market.onMalformed(reason);
        }
    }

    @Override
    public void onOversized(long chars) {
        market.onMalformed("message of " + chars + " characters, expected at most " + StreamParser.MAX_CHARS);
    }

    @Override
    public void onClosed(String reason) {
        closedBecause = reason;
    }

    boolean isOpen() {
        return openedMs != NOT_YET;
    }

    long openedMs() {
        return openedMs;
    }

    /** The venue has announced this connection's end. */
    boolean isShuttingDown() {
        return shuttingDown;
    }

    /** Each watched stream has spoken. */
    boolean proven() {
        return isOpen() && lastSeenMs.keySet().containsAll(watched);
    }

    /** Why this connection is of no use any more, if it is. */
    Optional<String> fault(SocketSettings limits) {
        String closed = closedBecause;
        if (closed != null) {
            return Optional.of(closed);
        }
        long nowMs = clock.nowMs();
        if (!isOpen()) {
            return nowMs - startedMs > limits.connectMs() ? Optional.of("no handshake") : Optional.empty();
        }
        Optional<String> silence = watched.stream()
                .filter(stream -> silent(stream, limits, nowMs))
                .findFirst()
                .map(this::silence);
        return confirmed(silence.isPresent()) ? silence : Optional.empty();
    }

    private String silence(MarketStream stream) {
        if (lastSeenMs.containsKey(stream)) {
            return stream.wireName() + " is silent";
        }
        String route = "/" + stream.kind().route().name().toLowerCase(Locale.ROOT);
        String why = address.getPath().contains(route + "/")
                ? "nothing shows that it is served there"
                : "an un-routed address carries only /public data, and this stream needs " + route;
        return stream.wireName() + " has never spoken on " + address.getScheme() + "://" + address.getAuthority()
                + address.getPath() + ": " + why;
    }

    /**
     * Silence counts when two checks in a row find it and the reader was not held up by its listener: after a hold-up
     * the venue's messages are still waiting in the network's buffers.
     */
    private boolean confirmed(boolean silent) {
        boolean counts = silent && !delivering;
        boolean confirmed = counts && suspected;
        suspected = counts;
        return confirmed;
    }

    private boolean silent(MarketStream stream, SocketSettings limits, long nowMs) {
        if (limits.stallMs() == 0) {
            return false;
        }
        Long seenMs = lastSeenMs.get(stream);
        return seenMs == null ? nowMs - openedMs > limits.firstMessageMs() : nowMs - seenMs > limits.stallMs();
    }
}
