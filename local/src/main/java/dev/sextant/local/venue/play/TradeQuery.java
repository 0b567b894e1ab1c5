package dev.sextant.local.venue.play;

import dev.sextant.domain.market.AggTrade;
import java.util.OptionalLong;

/**
 * Which aggregate trades somebody wants; bounds are inclusive.
 *
 * @param limit at most so many: the first when a beginning is named, else the last
 */
public record TradeQuery(OptionalLong fromId, OptionalLong fromMs, OptionalLong toMs, int limit) {

    /** Whether the oldest are wanted first. */
    public boolean fromTheStart() {
        return fromId.isPresent() || fromMs.isPresent();
    }

    public boolean fits(AggTrade trade) {
        return trade.aggId() >= fromId.orElse(Long.MIN_VALUE)
                && trade.tradeTimeMs() >= fromMs.orElse(Long.MIN_VALUE)
                && trade.tradeTimeMs() <= toMs.orElse(Long.MAX_VALUE);
    }
}
