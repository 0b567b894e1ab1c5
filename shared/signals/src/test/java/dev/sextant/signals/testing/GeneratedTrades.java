package dev.sextant.signals.testing;

import dev.sextant.domain.market.AggTrade;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Trades for property tests: bursts at one millisecond, quiet minutes, jumps of price, and sometimes lost ids. */
public final class GeneratedTrades {

    /** A minute before midnight UTC, so that most lists cross it. */
    private static final long NEAR_MIDNIGHT_MS = 1_723_161_600_000L - 60_000;

    private GeneratedTrades() {}

    private record Step(long afterMs, long moveE8, long qtyE8, boolean takerSold, int lostIds) {}

    /** Lists of up to {@code most} trades that start around midnight, with pauses up to {@code longestMs}. */
    public static Arbitrary<List<AggTrade>> lists(int most, long longestMs) {
        Arbitrary<Long> pauses = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0L)),
                Tuple.of(6, Arbitraries.longs().between(1, 5_000)),
                Tuple.of(2, Arbitraries.longs().between(5_000, 40_000)),
                Tuple.of(1, Arbitraries.longs().between(1, longestMs)),
                Tuple.of(1, Arbitraries.of(15_000L, 60_000L)));
        Arbitrary<Long> moves = Arbitraries.longs().between(-3_000_000_000L, 3_000_000_000L);
        Arbitrary<Long> quantities = Arbitraries.longs().between(1, 5_000_000_000L);
        Arbitrary<Integer> lost = Arbitraries.frequency(Tuple.of(60, 0), Tuple.of(1, 7));
        Arbitrary<List<Step>> steps = Combinators.combine(pauses, moves, quantities, Arbitraries.of(true, false), lost)
                .as(Step::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(most);
        return Combinators.combine(steps, Arbitraries.longs().between(-120_000, 60_000))
                .as(GeneratedTrades::walk);
    }

    private static List<AggTrade> walk(List<Step> steps, long shiftMs) {
        List<AggTrade> trades = new ArrayList<>();
        long timeMs = NEAR_MIDNIGHT_MS + shiftMs;
        long priceE8 = 6_000_000_000_000L;
        long id = 1;
        for (Step step : steps) {
            timeMs += step.afterMs();
            priceE8 = Math.max(1, priceE8 + step.moveE8());
            id += 1 + step.lostIds();
            trades.add(new AggTrade(id, priceE8, step.qtyE8(), timeMs, step.takerSold(), id, id));
        }
        return trades;
    }
}
