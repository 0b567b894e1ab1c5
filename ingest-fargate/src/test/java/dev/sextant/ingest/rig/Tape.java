package dev.sextant.ingest.rig;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.binance.market.MarketEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * A seeded market: trades of each symbol with consecutive ids, told 5 to 120 ms after they happened, and a mark price of
 * each symbol at every full second after everything with a smaller event time.
 */
public final class Tape {

    public static final Symbol BTC = new Symbol("BTCUSDT");
    public static final Symbol ETH = new Symbol("ETHUSDT");

    /** Start of a bucket. */
    public static final long START_MS = 1_750_000_005_000L;

    private final Map<Symbol, List<AggTrade>> trades = new HashMap<>();
    private final List<MarketEvent> events = new ArrayList<>();

    private Tape() {}

    /** @param meanGapMs between two trades of a symbol */
    public static Tape of(long seed, int seconds, int meanGapMs, Symbol... symbols) {
        Tape tape = new Tape();
        SplittableRandom random = new SplittableRandom(seed);
        long endMs = START_MS + seconds * 1_000L;
        for (Symbol symbol : symbols) {
            tape.addTrades(symbol, random.split(), endMs, meanGapMs);
        }
        for (long second = START_MS + 1_000; second <= endMs; second += 1_000) {
            for (Symbol symbol : symbols) {
                tape.events.add(mark(symbol, second));
            }
        }
        // A stable sort: at the same event time trades come first, because they were added first.
        tape.events.sort(Comparator.comparingLong(MarketEvent::eventTimeMs)
                .thenComparing(event -> event instanceof MarketEvent.Trade));
        return tape;
    }

    private void addTrades(Symbol symbol, SplittableRandom random, long endMs, int meanGapMs) {
        List<AggTrade> list = new ArrayList<>();
        long id = random.nextLong(1_000_000);
        long fillId = id * 3;
        long priceE8 = 6_000_000_000_000L;
        long eventMs = 0;
        for (long timeMs = START_MS; timeMs < endMs; timeMs += random.nextInt(2 * meanGapMs)) {
            int fills = random.nextInt(1, 4);
            priceE8 += random.nextInt(-50, 51) * 10_000_000L;
            AggTrade trade = new AggTrade(
                    id,
                    priceE8,
                    random.nextInt(1, 2_000) * 100_000L,
                    timeMs,
                    random.nextBoolean(),
                    fillId,
                    fillId + fills - 1);
            eventMs = Math.max(eventMs, timeMs + random.nextInt(5, 121));
            list.add(trade);
            events.add(new MarketEvent.Trade(symbol, eventMs, trade));
            id++;
            fillId += fills;
        }
        trades.put(symbol, list);
    }

    public static MarketEvent mark(Symbol symbol, long timeMs) {
        return new MarketEvent.MarkPrice(
                symbol, timeMs, 6_000_000_000_000L, OptionalLong.empty(), OptionalLong.empty(), 0);
    }

    /** Everything, as the socket tells it. */
    public List<MarketEvent> events() {
        return events;
    }

    /** A symbol's trades in id order. */
    public List<AggTrade> trades(Symbol symbol) {
        return trades.getOrDefault(symbol, List.of());
    }
}
