package dev.sextant.local.arb;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.backtest.arb.ArbWatch;
import dev.sextant.ingest.kraken.FeedSink;
import dev.sextant.recordings.book.BookEvent;
import dev.sextant.recordings.book.BookLevel;
import dev.sextant.recordings.book.EventWriter;
import dev.sextant.venues.kraken.feed.Levels;
import dev.sextant.venues.kraken.feed.ScannedBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What comes from the feed goes to the watch, and where one is kept into a recording that can be replayed. */
public final class LiveTriangles implements FeedSink {

    private final ArbWatch watch;
    private final @Nullable Consumer<String> recording;
    private final Consumer<String> notes;
    private @Nullable CurrencyGraph graph;

    /**
     * @param recording takes each book message as a line, or null
     * @param notes takes what a person would want to know of the feed
     */
    public LiveTriangles(ArbWatch watch, @Nullable Consumer<String> recording, Consumer<String> notes) {
        this.watch = watch;
        this.recording = recording;
        this.notes = notes;
    }

    @Override
    public CycleDetector begin(CurrencyGraph pairs, Cycles cycles, int[] depths) {
        graph = pairs;
        return watch.begin(pairs, cycles, depths);
    }

    @Override
    public void before(long nowMs) {
        watch.advance(nowMs);
    }

    @Override
    public void applied(int market, long nowMs, ScannedBook message) {
        if (recording != null && graph != null) {
            MarketRules rules = graph.market(market);
            recording.accept(EventWriter.line(new BookEvent(
                    nowMs,
                    rules.symbol(),
                    message.isSnapshot(),
                    levels(message.bids(), rules),
                    levels(message.asks(), rules),
                    OptionalLong.empty(),
                    OptionalInt.empty())));
        }
    }

    private static List<BookLevel> levels(Levels levels, MarketRules rules) {
        List<BookLevel> copied = new ArrayList<>(levels.size());
        for (int i = 0; i < levels.size(); i++) {
            copied.add(new BookLevel(
                    BigDecimal.valueOf(levels.price(i), rules.pricePrecision()),
                    BigDecimal.valueOf(levels.qty(i), rules.quantityPrecision())));
        }
        return copied;
    }

    @Override
    public void note(long nowMs, String text) {
        notes.accept(Instant.ofEpochMilli(nowMs) + "  " + text);
    }
}
