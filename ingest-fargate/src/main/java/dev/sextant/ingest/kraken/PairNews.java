package dev.sextant.ingest.kraken;

import dev.sextant.venues.kraken.feed.PublicTrade;
import dev.sextant.venues.kraken.feed.Ticker;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What one pair's trades and tickers told last, and how its subscriptions to them stand. */
final class PairNews {

    /** How long an answer may take. */
    private static final long PATIENCE_MS = 10_000;

    private static final long MICROS = 1_000;

    private enum State {
        DUE,
        ASKED,
        LIVE,
        REFUSED
    }

    private final Map<NewsChannel, State> states = new EnumMap<>(NewsChannel.class);
    private final Map<NewsChannel, Long> sinceMs = new EnumMap<>(NewsChannel.class);
    private @Nullable PublicTrade trade;
    private @Nullable Ticker ticker;

    /** The connection is new. */
    void reset() {
        states.clear();
    }

    boolean isDue(NewsChannel channel, long nowMs) {
        return switch (states.getOrDefault(channel, State.DUE)) {
            case DUE -> true;
            case ASKED -> nowMs - sinceMs.getOrDefault(channel, nowMs) > PATIENCE_MS;
            case LIVE, REFUSED -> false;
        };
    }

    void asked(NewsChannel channel, long nowMs) {
        states.put(channel, State.ASKED);
        sinceMs.put(channel, nowMs);
    }

    void granted(NewsChannel channel) {
        states.put(channel, State.LIVE);
    }

    void refused(NewsChannel channel) {
        states.put(channel, State.REFUSED);
    }

    /** Takes a trade; false when others before it were not told. */
    boolean take(PublicTrade next, boolean snapshot) {
        PublicTrade before = trade;
        if (before == null || next.tradeId() > before.tradeId()) {
            trade = next;
        }
        return snapshot || before == null || next.tradeId() <= before.tradeId() + 1;
    }

    void take(Ticker next) {
        ticker = next;
    }

    PairStatus status(String pair, boolean live, int feePpm, long nowMs) {
        Optional<PublicTrade> last = Optional.ofNullable(trade);
        Optional<Ticker> best = Optional.ofNullable(ticker);
        return new PairStatus(
                pair,
                live,
                feePpm,
                last.map(PublicTrade::price).or(() -> best.map(Ticker::last).filter(PairNews::isThere)),
                last.map(PublicTrade::qty),
                last.isPresent()
                        ? OptionalLong.of(Math.max(0, nowMs - last.get().timeMicros() / MICROS))
                        : OptionalLong.empty(),
                best.map(Ticker::bid).filter(PairNews::isThere),
                best.map(Ticker::ask).filter(PairNews::isThere));
    }

    /** A side without orders, and a pair without trades, has zeros. */
    private static boolean isThere(BigDecimal price) {
        return price.signum() > 0;
    }
}
