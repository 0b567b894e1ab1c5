package dev.sextant.ingest;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.account.PrivateRecords;
import dev.sextant.ingest.frame.Boundary;
import dev.sextant.ingest.frame.EventTime;
import dev.sextant.ingest.health.Health;
import dev.sextant.ingest.health.Phase;
import dev.sextant.ingest.inbox.Input;
import dev.sextant.ingest.indicator.Indicators;
import dev.sextant.ingest.sink.Outbox;
import dev.sextant.ingest.trade.SymbolFeed;
import dev.sextant.venues.binance.market.MarketEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The core: inputs in, records into the outbox. It has no thread and reads no clock; the records depend only on the
 * sequence of inputs (and on what the venue's history answers), never on how they were batched or when they came.
 *
 * <p>At each full second of event time, in this order: frames of all symbols, liquidations and indicator readings, what
 * the private streams told, one tick per account.
 */
public final class Ingest {

    private final Map<Symbol, SymbolFeed> feeds;
    private final List<Account> accounts;
    private final Map<Symbol, OptionalLong> resumePoints;
    private final long backfillMs;
    private final EventTime eventTime;
    private final Indicators indicators;
    private final Outbox outbox;
    private final Health health;
    private final PrivateRecords privateRecords;
    private boolean joined;
    private long lastTickMs;

    /**
     * @param feeds one per symbol
     * @param accounts who gets ticks
     * @param resumePoints the last durable aggregate id of each symbol, where there is one
     * @param backfillMs how far back to read for a symbol without one
     * @param eventTime begins at the venue's clock
     * @param privateRecords what becomes of the accounts' private streams
     */
    public Ingest(
            Collection<SymbolFeed> feeds,
            List<Account> accounts,
            Map<Symbol, OptionalLong> resumePoints,
            long backfillMs,
            EventTime eventTime,
            Indicators indicators,
            Outbox outbox,
            Health health,
            PrivateRecords privateRecords) {
        this.feeds = new TreeMap<>();
        feeds.forEach(feed -> this.feeds.put(feed.symbol(), feed));
        this.accounts = List.copyOf(accounts);
        this.resumePoints = Map.copyOf(resumePoints);
        this.backfillMs = backfillMs;
        this.eventTime = eventTime;
        this.indicators = indicators;
        this.outbox = outbox;
        this.health = health;
        this.privateRecords = privateRecords;
    }

    /** Folds one input. */
    public void on(Input input) throws InterruptedException {
        switch (input) {
            case Input.Connected _ -> connected();
            case Input.Lost _ -> health.lost();
            case Input.Malformed _ -> health.malformed();
            case Input.Private(var message) -> outbox.addPrivate(privateRecords.on(message));
            case Input.PrivateAlive(var account) -> privateRecords.alive(account);
            case Input.PrivateLost(var account) -> privateRecords.lost(account);
            case Input.Event(var event, int chars, long receivedAtMs) -> {
                health.received(event.symbol(), chars, receivedAtMs);
                onEvent(event);
            }
        }
    }

    private void connected() throws InterruptedException {
        health.connected();
        if (joined) {
            for (SymbolFeed feed : feeds.values()) {
                feed.reconnected(eventTime.nowMs());
            }
            return;
        }
        health.enter(Phase.BACKFILLING);
        for (SymbolFeed feed : feeds.values()) {
            OptionalLong resumePoint = resumePoints.getOrDefault(feed.symbol(), OptionalLong.empty());
            feed.start(resumePoint, backfillMs, eventTime.nowMs(), outbox::flush);
        }
        joined = true;
        health.enter(Phase.LIVE);
    }

    private void onEvent(MarketEvent event) throws InterruptedException {
        if (!eventTime.plausible(event.eventTimeMs())) {
            health.implausibleTime();
            return;
        }
        for (Boundary boundary : eventTime.advance(event.eventTimeMs())) {
            onBoundary(boundary);
        }
        switch (event) {
            case MarketEvent.Trade trade -> onTrade(trade);
            case MarketEvent.MarkPrice mark -> indicators.onMark(mark);
            case MarketEvent.ForcedOrder order -> indicators.onForcedOrder(order);
            case MarketEvent.TopOfBook _, MarketEvent.DepthChange _ -> {
                // Public streams; they have no common order with the market streams and make no records.
            }
        }
    }

    private void onTrade(MarketEvent.Trade trade) throws InterruptedException {
        SymbolFeed feed = feeds.get(trade.symbol());
        if (feed != null) {
            feed.onTrade(trade.trade(), eventTime.nowMs());
        }
    }

    private void onBoundary(Boundary boundary) throws InterruptedException {
        for (SymbolFeed feed : feeds.values()) {
            feed.onBoundary(boundary);
        }
        if (boundary.second()) {
            tick(boundary.timeMs());
        }
    }

    private void tick(long tickMs) throws InterruptedException {
        indicators.at(tickMs, this::lastPriceE8).forEach(outbox::add);
        Map<Symbol, Long> pricesE8 = new TreeMap<>();
        Map<Symbol, Long> watermarksMs = new TreeMap<>();
        for (SymbolFeed feed : feeds.values()) {
            if (feed.lastPriceE8() > 0) {
                pricesE8.put(feed.symbol(), feed.lastPriceE8());
            }
            watermarksMs.put(feed.symbol(), feed.watermarkMs());
        }
        outbox.addPrivate(privateRecords.at(tickMs));
        outbox.add(
                tickMs,
                accounts.stream()
                        .map(account -> new Tick(account, tickMs, pricesE8, watermarksMs))
                        .toList());
        lastTickMs = tickMs;
    }

    private long lastPriceE8(Symbol symbol) {
        SymbolFeed feed = feeds.get(symbol);
        return feed == null ? 0 : feed.lastPriceE8();
    }

    /** Brings the health page up to date. */
    public void report() {
        health.update(feeds.values(), lastTickMs, indicators.failed());
    }

    /** Sends what is left into the outbox, at the end of the run. */
    public void drain() {
        feeds.values().forEach(SymbolFeed::drain);
    }
}
