package dev.sextant.domain.risk;

import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the guard looks at beside limits and standing.
 *
 * @param openTrades every round trip with something open
 * @param marks newest stored price by symbol
 * @param doubtsSinceMs market times since which outcomes of orders are unknown
 * @param venueReachedMs market time at which the venue's private API last answered, or at which it was first asked in
 *     vain; null when nobody has asked yet, which {@link GuardCondition#RECOVERING} covers
 * @param streamSeenMs market time at which the account's private stream was last alive, or since which one is expected;
 *     null when the account has none and trades on what REST says
 * @param clockOffsetMs venue minus local, of the clock that is worst off; null when not measured or replayed
 * @param venueHalt why the venue refuses the account, its key or its address, until a person resumes; null while it doesn't
 */
public record GuardReadings(
        List<OpenRisk> openTrades,
        Map<Symbol, Mark> marks,
        List<Long> doubtsSinceMs,
        @Nullable Long venueReachedMs,
        @Nullable Long streamSeenMs,
        @Nullable Long clockOffsetMs,
        @Nullable String venueHalt) {

    /** Nothing open, nothing in doubt, nothing measured. */
    public static final GuardReadings NONE = new GuardReadings(List.of(), Map.of(), List.of(), null, null, null, null);

    /**
     * A price and up to when the trades behind it are complete.
     *
     * @param completeToMs market time
     */
    public record Mark(BigDecimal price, long completeToMs) {}

    public GuardReadings {
        openTrades = List.copyOf(openTrades);
        marks = Map.copyOf(marks);
        doubtsSinceMs = List.copyOf(doubtsSinceMs);
    }

    /** What all open trades would make at the newest prices; one without a price counts nothing. */
    R unrealised() {
        return openTrades.stream().map(this::unrealised).reduce(R.ZERO, R::plus);
    }

    private R unrealised(OpenRisk trade) {
        Mark mark = marks.get(trade.symbol());
        return mark == null ? R.ZERO : trade.at(mark.price());
    }
}
