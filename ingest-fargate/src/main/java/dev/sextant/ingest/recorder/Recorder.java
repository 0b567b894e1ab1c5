package dev.sextant.ingest.recorder;

import dev.sextant.domain.market.CycleFrame;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.Liquidation;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.domain.market.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Stores what the {@code market} stream says: each raw trade once, the buckets built from them and compared with those in
 * the frames, gaps, indicators, liquidations. Records may come again, late or not at all; the stored rows end up the same.
 *
 * <p>All that it must remember is in the store, so a new instance goes on where the last one ended. Not thread-safe: one
 * instance reads one shard.
 */
public final class Recorder {

    private final TradeStore store;
    private final TradeHistory history;
    private final Consumer<RecorderEvent> events;
    private final Map<Symbol, SymbolRecorder> bySymbol = new HashMap<>();
    private final Set<Symbol> blocked = new TreeSet<>();

    public Recorder(TradeStore store, TradeHistory history, Consumer<RecorderEvent> events) {
        this.store = store;
        this.history = history;
        this.events = events;
    }

    /**
     * Stores records in stream order; when it returns, all of it is stored. After an exception of the store the same
     * records are to be given again.
     */
    public void accept(List<MarketRecord> records) {
        Map<Symbol, List<Frame>> frames = new LinkedHashMap<>();
        for (MarketRecord record : records) {
            switch (record) {
                case Frame frame ->
                    frames.computeIfAbsent(frame.symbol(), _ -> new ArrayList<>())
                            .add(frame);
                case IndicatorReading reading -> store.saveIndicator(reading);
                case Liquidation liquidation -> store.saveLiquidation(liquidation);
                // An opportunity's record has the books that prove it.
                case CycleFrame _ -> {}
            }
        }
        frames.forEach(this::accept);
    }

    private void accept(Symbol symbol, List<Frame> frames) {
        SymbolRecorder recorder = bySymbol.computeIfAbsent(
                symbol, _ -> new SymbolRecorder(symbol, store, history, events, blocked.contains(symbol)));
        boolean done = false;
        try {
            recorder.accept(frames);
            done = true;
        } finally {
            if (!done) {
                // It has counted trades that the store has not taken: the next one asks the store.
                bySymbol.remove(symbol);
            }
            if (recorder.isBlocked()) {
                blocked.add(symbol);
            }
        }
    }

    /** Symbols of which two complete buckets differed; their trades are still stored, their buckets are not. */
    public Set<Symbol> blocked() {
        return Set.copyOf(blocked);
    }
}
