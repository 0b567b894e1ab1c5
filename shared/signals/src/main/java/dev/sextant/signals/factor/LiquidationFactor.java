package dev.sextant.signals.factor;

import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.signals.factor.FactorReading.Present;
import dev.sextant.signals.factor.FactorReading.Source;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Forced orders observed in the last while, in quote units: liquidated shorts buy, so they speak for the long. Never
 * missing: a quiet market has none, and the feed is a sample anyway.
 *
 * @param windowMs how far back
 * @param fullNotional net notional that counts in full
 */
record LiquidationFactor(long windowMs, double fullNotional) implements Factor {

    static LiquidationFactor of(Params params) {
        return new LiquidationFactor(params.millis("window_s"), params.number("full_notional"));
    }

    @Override
    public FactorReading read(FactorInputs in) {
        List<IndicatorReading> seen =
                in.asOf().within(IndicatorType.LIQUIDATION, in.atMs() - windowMs, in.atMs(), in.atMs());
        BigDecimal longs = sum(seen, "long_notional");
        BigDecimal shorts = sum(seen, "short_notional");
        double net = shorts.subtract(longs).doubleValue() / fullNotional;
        String input = seen.isEmpty()
                ? "no liquidation observed in " + Words.seconds(windowMs)
                : "observed liquidations: longs " + Words.fixed(longs.doubleValue(), 0) + ", shorts "
                        + Words.fixed(shorts.doubleValue(), 0);
        return new Present(Micros.of(net), Micros.of(-net), input, source(seen, in));
    }

    private static BigDecimal sum(List<IndicatorReading> readings, String key) {
        return readings.stream()
                .map(reading -> reading.values().getOrDefault(key, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable Source source(List<IndicatorReading> seen, FactorInputs in) {
        if (seen.isEmpty()) {
            return null;
        }
        IndicatorReading first = seen.getFirst();
        IndicatorReading last = seen.getLast();
        String id = seen.size() == 1 ? last.id() : first.id() + ".." + last.id();
        return new Source(id, in.atMs() - last.timestampMs(), seen.stream().anyMatch(IndicatorReading::synthetic));
    }

    @Override
    public long readingsReachMs() {
        return windowMs;
    }
}
