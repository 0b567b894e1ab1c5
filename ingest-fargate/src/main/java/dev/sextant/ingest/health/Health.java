package dev.sextant.ingest.health;

import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.lease.Lease;
import dev.sextant.ingest.sink.Outbox;
import dev.sextant.ingest.sink.OutboxQueue;
import dev.sextant.ingest.spill.SpillFigures;
import dev.sextant.ingest.store.ClockOffset;
import dev.sextant.ingest.trade.SymbolFeed;
import dev.sextant.venues.http.MonotonicClock;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The ingest's figures. The working thread writes them, the health page reads them. */
public final class Health {

    private static final long NEVER = Long.MIN_VALUE;

    private final MonotonicClock clock;
    private final long stallMs;
    private final Map<Symbol, SymbolHealth> symbols = new TreeMap<>();
    private final AtomicLong malformed = new AtomicLong();
    private final AtomicLong implausibleTimes = new AtomicLong();
    private final AtomicLong losses = new AtomicLong();
    private volatile Phase phase = Phase.STARTING;
    private volatile boolean connected;
    private volatile long lastEventAtMs = NEVER;
    private volatile long lastTickMs;
    private volatile Outbox.Figures sending = new Outbox.Figures(0, 0, false, 0, 0, Map.of());
    private volatile SpillFigures spilled = SpillFigures.NONE;
    private volatile long spillLost;
    private volatile @Nullable Lease lease;
    private volatile long failedPolls;
    private volatile @Nullable ClockOffset clockOffset;
    private volatile String note = "";

    /** @param stallMs silence after which the market counts as stalled, 0 = never */
    public Health(Collection<Symbol> symbols, long stallMs, MonotonicClock clock) {
        symbols.forEach(symbol -> this.symbols.put(symbol, new SymbolHealth()));
        this.stallMs = stallMs;
        this.clock = clock;
    }

    public void enter(Phase next) {
        phase = next;
    }

    /** Why it is not live, for humans. */
    public void note(String reason) {
        note = reason;
    }

    public void connected() {
        connected = true;
    }

    public void lost() {
        connected = false;
        losses.incrementAndGet();
    }

    public void malformed() {
        malformed.incrementAndGet();
    }

    /** An event whose time can't be true was dropped. */
    public void implausibleTime() {
        implausibleTimes.incrementAndGet();
    }

    public void received(Symbol symbol, int chars, long receivedAtMs) {
        lastEventAtMs = receivedAtMs;
        SymbolHealth health = symbols.get(symbol);
        if (health != null) {
            health.received(chars, receivedAtMs);
        }
    }

    public void update(Collection<SymbolFeed> feeds, long tickMs, long polls) {
        feeds.forEach(feed -> {
            SymbolHealth health = symbols.get(feed.symbol());
            if (health != null) {
                health.update(feed.figures());
            }
        });
        lastTickMs = tickMs;
        failedPolls = polls;
    }

    /** What the outbox says after each sending. */
    public void update(Outbox.Figures outbox, OutboxQueue queue) {
        sending = outbox;
        spilled = queue.spilled();
        spillLost = queue.lost();
        outbox.totals().forEach((symbol, totals) -> {
            SymbolHealth health = symbols.get(symbol);
            if (health != null) {
                health.sent(totals);
            }
        });
    }

    /** Who tells the time; asked whenever the page is. */
    public void lease(Lease held) {
        lease = held;
    }

    public void clock(ClockOffset offset) {
        clockOffset = offset;
    }

    /** The phase as it really is: live only while data comes in and goes out. */
    public Phase phase() {
        if (phase != Phase.LIVE) {
            return phase;
        }
        boolean silent = stallMs > 0 && lastEventAgeMs() > stallMs;
        return silent || !connected || sending.failing() ? Phase.STALLED : Phase.LIVE;
    }

    /** Age of the last event of any symbol, −1 when there was none. */
    long lastEventAgeMs() {
        long at = lastEventAtMs;
        return at == NEVER ? -1 : clock.nowMs() - at;
    }

    Map<Symbol, SymbolHealth> symbols() {
        return Collections.unmodifiableMap(symbols);
    }

    long nowMs() {
        return clock.nowMs();
    }

    long malformedCount() {
        return malformed.get();
    }

    long implausibleTimeCount() {
        return implausibleTimes.get();
    }

    long reconnects() {
        return losses.get();
    }

    long lastTickMs() {
        return lastTickMs;
    }

    Outbox.Figures sending() {
        return sending;
    }

    SpillFigures spilled() {
        return spilled;
    }

    long spillLost() {
        return spillLost;
    }

    @Nullable
    Lease lease() {
        return lease;
    }

    long failedPolls() {
        return failedPolls;
    }

    @Nullable
    ClockOffset clockOffset() {
        return clockOffset;
    }

    String note() {
        return note;
    }
}
