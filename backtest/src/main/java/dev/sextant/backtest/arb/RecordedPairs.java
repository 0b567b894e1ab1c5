package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookEvent;
import dev.sextant.recordings.book.BookFile;
import dev.sextant.recordings.book.BookRow;
import dev.sextant.venues.kraken.feed.MarketStatus;
import dev.sextant.venues.kraken.feed.PairRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pairs of recorded books and the time they cover, found in a first pass over the files. A pair's rules are those
 * the venue tells in the recording, else those of a {@link SeenPair}.
 */
public final class RecordedPairs {

    private final Map<String, SeenPair> seen = new LinkedHashMap<>();
    private final Map<String, PairRules> told = new LinkedHashMap<>();
    private long events;
    private long firstMs = Long.MAX_VALUE;
    private long lastMs = Long.MIN_VALUE;

    private RecordedPairs() {}

    /** Reads the files once. */
    public static RecordedPairs of(List<BookFile> files) throws RecordingException {
        RecordedPairs pairs = new RecordedPairs();
        for (BookFile file : files) {
            file.read((line, row) -> pairs.take(row));
        }
        return pairs;
    }

    private boolean take(BookRow row) {
        switch (row) {
            case BookRow.Changed(BookEvent event) -> {
                seen.computeIfAbsent(event.pair(), pair -> new SeenPair()).take(event);
                events++;
                firstMs = Math.min(firstMs, event.timeMs());
                lastMs = Math.max(lastMs, event.timeMs());
            }
            case BookRow.Listed(List<PairRules> pairs) ->
                pairs.forEach(pair -> told.put(pair.symbol().name(), pair));
            case BookRow.Aside _, BookRow.Malformed _ -> {}
        }
        return true;
    }

    /** How many messages about books there are. */
    public long events() {
        return events;
    }

    /** The earliest time of a message in epoch milliseconds; meaningless without messages. */
    public long firstMs() {
        return firstMs;
    }

    /** The latest time of a message in epoch milliseconds; meaningless without messages. */
    public long lastMs() {
        return lastMs;
    }

    /** The pairs when each of them costs this fee. */
    Universe universe(int feePpm) {
        List<MarketRules> markets = new ArrayList<>();
        seen.forEach((pair, digits) -> {
            PairRules rules = told.get(pair);
            markets.add(rules == null ? digits.rules(pair, feePpm) : VenueRules.of(rules, feePpm));
        });
        int[] depths = seen.values().stream().mapToInt(SeenPair::depth).toArray();
        boolean[] open = new boolean[markets.size()];
        for (int market = 0; market < open.length; market++) {
            PairRules rules = told.get(markets.get(market).symbol());
            open[market] = rules == null || rules.status() == MarketStatus.ONLINE;
        }
        return new Universe(new CurrencyGraph(markets), depths, open);
    }
}
