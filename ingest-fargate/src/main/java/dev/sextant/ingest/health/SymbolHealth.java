package dev.sextant.ingest.health;

import dev.sextant.ingest.sink.FrameTotals;
import dev.sextant.ingest.trade.SymbolFeed;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One symbol's figures: written by the working thread, read by the health page. */
public final class SymbolHealth {

    private static final long NEVER = Long.MIN_VALUE;

    private final AtomicLong chars = new AtomicLong();
    private volatile long lastEventAtMs = NEVER;
    private volatile SymbolFeed.@Nullable Figures figures;
    private volatile FrameTotals sent = FrameTotals.NONE;

    void received(int messageChars, long receivedAtMs) {
        chars.addAndGet(messageChars);
        lastEventAtMs = receivedAtMs;
    }

    void update(SymbolFeed.Figures latest) {
        figures = latest;
    }

    void sent(FrameTotals totals) {
        sent = totals;
    }

    /** What the stream has accepted. */
    FrameTotals sent() {
        return sent;
    }

    /** Characters received. */
    long received() {
        return chars.get();
    }

    /** Age of the last event, −1 when there was none. */
    long lastEventAgeMs(long nowMs) {
        long at = lastEventAtMs;
        return at == NEVER ? -1 : nowMs - at;
    }

    SymbolFeed.@Nullable Figures figures() {
        return figures;
    }
}
