package dev.sextant.local.venue.synthetic.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.local.venue.play.TradeQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PackedTradesTest {

    private static final long TICK_E8 = 10_000_000;
    private static final long STEP_E8 = 100_000;

    private static List<AggTrade> trades(Random random, int count, int meanGapMs) {
        List<AggTrade> trades = new ArrayList<>();
        long tradeId = 1;
        long timeMs = 1_740_000_000_000L;
        long ticks = 600_000;
        for (int i = 0; i < count; i++) {
            timeMs += random.nextInt(2 * meanGapMs);
            ticks += random.nextInt(2_001) - 1_000;
            int singles = 1 + random.nextInt(300);
            trades.add(new AggTrade(
                    1 + i,
                    ticks * TICK_E8,
                    (1 + random.nextInt(1_000_000)) * STEP_E8,
                    timeMs,
                    random.nextBoolean(),
                    tradeId,
                    tradeId + singles - 1));
            tradeId += singles;
        }
        return trades;
    }

    /** The slow, obvious twin. */
    private static List<AggTrade> filtered(List<AggTrade> trades, TradeQuery query) {
        List<AggTrade> wanted = trades.stream().filter(query::fits).toList();
        int size = wanted.size();
        return query.fromTheStart()
                ? wanted.subList(0, Math.min(size, query.limit()))
                : wanted.subList(Math.max(0, size - query.limit()), size);
    }

    private static OptionalLong sometimes(Random random, long value) {
        return random.nextBoolean() ? OptionalLong.of(value) : OptionalLong.empty();
    }

    @Property(tries = 40)
    void findsWhatAPlainListWould(@ForAll long seed) {
        Random random = new Random(seed);
        List<AggTrade> trades = trades(random, 1 + random.nextInt(5_000), 400);
        PackedTrades packed = new PackedTrades(TICK_E8, STEP_E8);
        trades.forEach(packed::add);
        for (int i = 0; i < 20; i++) {
            AggTrade one = trades.get(random.nextInt(trades.size()));
            AggTrade other = trades.get(random.nextInt(trades.size()));
            boolean byId = random.nextBoolean();
            TradeQuery query = new TradeQuery(
                    byId ? sometimes(random, one.aggId()) : OptionalLong.empty(),
                    byId ? OptionalLong.empty() : sometimes(random, one.tradeTimeMs()),
                    byId ? OptionalLong.empty() : sometimes(random, other.tradeTimeMs()),
                    1 + random.nextInt(1_000));
            assertEquals(filtered(trades, query), packed.find(query), query::toString);
        }
    }

    @Test
    void forgetsWhatTheVenueNoLongerServes() {
        List<AggTrade> trades = trades(new Random(1), 40_000, 20_000);
        PackedTrades packed = new PackedTrades(TICK_E8, STEP_E8);
        trades.forEach(packed::add);
        TradeQuery oldest = new TradeQuery(OptionalLong.of(0), OptionalLong.empty(), OptionalLong.empty(), 1);
        long oldestMs = packed.find(oldest).getFirst().tradeTimeMs();
        long lastMs = trades.getLast().tradeTimeMs();
        assertTrue(oldestMs <= lastMs - PackedTrades.KEPT_MS && oldestMs > lastMs - 2 * PackedTrades.KEPT_MS);
        assertTrue(packed.bytes() < 40_000 * 20);
    }

    @Test
    void ofNothingFindsNothing() {
        PackedTrades packed = new PackedTrades(TICK_E8, STEP_E8);
        TradeQuery last = new TradeQuery(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), 500);
        assertEquals(List.of(), packed.find(last));
    }
}
