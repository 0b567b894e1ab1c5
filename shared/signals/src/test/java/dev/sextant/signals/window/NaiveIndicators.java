package dev.sextant.signals.window;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.money.E8;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The indicator page read aloud: every column of every row recomputed from the raw trades with decimals. Slow and
 * obvious; shares nothing with the engine but the trades and the lengths.
 */
final class NaiveIndicators {

    private static final MathContext DIGITS = new MathContext(40);
    private static final long DAY_MS = 86_400_000;

    private final IndicatorSpec spec;
    private final List<AggTrade> trades;
    private final List<Atr> averages = new ArrayList<>();

    private record Atr(long closeMs, BigDecimal value) {}

    NaiveIndicators(IndicatorSpec spec, List<AggTrade> trades) {
        this.spec = spec;
        this.trades = trades;
        averageRanges();
    }

    /** All instants that have a row. */
    List<Long> instants() {
        List<Long> instants = new ArrayList<>();
        long first = trades.getFirst().tradeTimeMs();
        long last = trades.getLast().tradeTimeMs();
        for (long t = Math.floorDiv(first, Bucket.LENGTH_MS) * Bucket.LENGTH_MS + Bucket.LENGTH_MS;
                t <= last;
                t += Bucket.LENGTH_MS) {
            instants.add(t);
        }
        return instants;
    }

    List<AggTrade> window(long atMs, long lengthMs) {
        return trades.subList(countBefore(atMs - lengthMs), countBefore(atMs));
    }

    /** How many trades lie before an instant; their times never go back. */
    private int countBefore(long timeMs) {
        int low = 0;
        int high = trades.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (trades.get(middle).tradeTimeMs() < timeMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    BigDecimal cvd(long atMs, long lengthMs) {
        return window(atMs, lengthMs).stream().map(NaiveIndicators::signed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal cvdDay(long atMs) {
        return cvd(atMs, atMs - Math.floorDiv(atMs - 1, DAY_MS) * DAY_MS);
    }

    @Nullable
    BigDecimal slope(long atMs) {
        return hasRow(atMs - spec.slopeLagMs())
                ? cvd(atMs, spec.fastMs()).subtract(cvd(atMs - spec.slopeLagMs(), spec.fastMs()))
                : null;
    }

    @Nullable
    BigDecimal accel(long atMs) {
        BigDecimal now = slope(atMs);
        BigDecimal before = slope(atMs - spec.slopeLagMs());
        return now == null || before == null ? null : now.subtract(before);
    }

    BigDecimal volume(long atMs, long lengthMs, Predicate<AggTrade> which) {
        return window(atMs, lengthMs).stream()
                .filter(which)
                .map(trade -> E8.toDecimal(trade.qtyE8()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Nullable
    BigDecimal vwap(long atMs) {
        BigDecimal quantity = volume(atMs, spec.fastMs(), any -> true);
        BigDecimal notional = window(atMs, spec.fastMs()).stream()
                .map(trade -> E8.toDecimal(trade.priceE8()).multiply(E8.toDecimal(trade.qtyE8())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return quantity.signum() == 0 ? null : notional.divide(quantity, DIGITS);
    }

    @Nullable
    BigDecimal quantile(long atMs, int percent) {
        List<Long> sorted = window(atMs, spec.quantileMs()).stream()
                .map(AggTrade::qtyE8)
                .sorted()
                .toList();
        return sorted.isEmpty() ? null : E8.toDecimal(sorted.get(Math.ceilDiv(percent * sorted.size(), 100) - 1));
    }

    BigDecimal price(long atMs) {
        return E8.toDecimal(trades.get(countBefore(atMs) - 1).priceE8());
    }

    @Nullable
    BigDecimal atr(long atMs) {
        return averages.stream()
                .filter(atr -> atr.closeMs() <= atMs)
                .reduce((a, b) -> b)
                .map(Atr::value)
                .orElse(null);
    }

    /** Percentile of the current value times a factor: a hair above and below 1 bracket the rank in doubles. */
    double percentile(long atMs, String factor) {
        BigDecimal current = java.util.Objects.requireNonNull(atr(atMs)).multiply(new BigDecimal(factor));
        List<Atr> recent = averages.stream()
                .filter(atr -> atr.closeMs() > atMs - spec.atrRankMs() && atr.closeMs() <= atMs)
                .toList();
        // When no candle closed recently, the current value is alone.
        if (recent.isEmpty()) {
            return 100;
        }
        long below = recent.stream()
                .filter(atr -> atr.value().compareTo(current) <= 0)
                .count();
        return 100.0 * below / recent.size();
    }

    /** Whether the input reaches back over a window and no gap of ids lies inside it. */
    boolean covered(long atMs, long lengthMs) {
        boolean covered = trades.getFirst().tradeTimeMs() <= atMs - lengthMs;
        for (int i = 1; i < trades.size(); i++) {
            AggTrade a = trades.get(i - 1);
            AggTrade b = trades.get(i);
            if (b.aggId() > a.aggId() + 1) {
                covered &= b.tradeTimeMs() < atMs - lengthMs || a.tradeTimeMs() >= atMs;
            }
        }
        return covered;
    }

    private void averageRanges() {
        long candleMs = spec.candleMs();
        long incomplete = Math.floorDiv(trades.getFirst().tradeTimeMs(), candleMs) * candleMs;
        List<BigDecimal> ranges = new ArrayList<>();
        for (long start = incomplete + candleMs;
                start + candleMs <= trades.getLast().tradeTimeMs();
                start += candleMs) {
            ranges.add(trueRange(start));
            int period = spec.atrPeriod();
            if (ranges.size() == period) {
                BigDecimal sum = ranges.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                averages.add(new Atr(start + candleMs, sum.divide(BigDecimal.valueOf(period), DIGITS)));
            } else if (ranges.size() > period) {
                BigDecimal before = averages.getLast().value();
                BigDecimal sum =
                        before.multiply(BigDecimal.valueOf(period - 1L)).add(ranges.getLast());
                averages.add(new Atr(start + candleMs, sum.divide(BigDecimal.valueOf(period), DIGITS)));
            }
        }
    }

    private BigDecimal trueRange(long startMs) {
        BigDecimal previous = price(startMs);
        List<BigDecimal> prices = window(startMs + spec.candleMs(), spec.candleMs()).stream()
                .map(trade -> E8.toDecimal(trade.priceE8()))
                .toList();
        BigDecimal high = prices.stream().reduce(BigDecimal::max).orElse(previous);
        BigDecimal low = prices.stream().reduce(BigDecimal::min).orElse(previous);
        return high.subtract(low)
                .max(high.subtract(previous).abs())
                .max(low.subtract(previous).abs());
    }

    private boolean hasRow(long atMs) {
        return trades.getFirst().tradeTimeMs() < atMs
                && atMs <= trades.getLast().tradeTimeMs();
    }

    private static BigDecimal signed(AggTrade trade) {
        BigDecimal quantity = E8.toDecimal(trade.qtyE8());
        return trade.buyerIsMaker() ? quantity.negate() : quantity;
    }
}
