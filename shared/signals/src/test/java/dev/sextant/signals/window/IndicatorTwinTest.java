package dev.sextant.signals.window;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.signals.testing.GeneratedTrades;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The engine beside the naive twin on generated trades. */
class IndicatorTwinTest {

    @Property(tries = 150)
    void everyRowEqualsARecountOverShortWindows(
            @ForAll("minutes") List<AggTrade> trades, @ForAll("specs") IndicatorSpec spec) {
        TwinCheck.check(spec, trades, 1);
    }

    @Property(tries = 15)
    void everyRowEqualsARecountOverTheStandardWindows(@ForAll("days") List<AggTrade> trades) {
        TwinCheck.check(IndicatorSpec.STANDARD, trades, 41);
    }

    @Provide
    Arbitrary<List<AggTrade>> minutes() {
        return GeneratedTrades.lists(120, 90_000);
    }

    @Provide
    Arbitrary<List<AggTrade>> days() {
        return GeneratedTrades.lists(150, 5 * 3_600_000L);
    }

    @Provide
    Arbitrary<IndicatorSpec> specs() {
        Arbitrary<Long> lengths = Arbitraries.longs().between(1, 12).map(n -> n * 15_000);
        return Combinators.combine(
                        lengths.list()
                                .ofSize(3)
                                .map(list -> list.stream().sorted().toList()),
                        lengths,
                        lengths,
                        lengths,
                        lengths,
                        Arbitraries.integers().between(1, 4),
                        lengths)
                .as((windows, quantile, volume, lag, candle, period, rank) -> new IndicatorSpec(
                        windows.get(0), windows.get(1), windows.get(2), quantile, volume, lag, candle, period, rank));
    }
}
