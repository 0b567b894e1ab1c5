package dev.sextant.local.venue.kraken.account;

import dev.sextant.domain.order.Side;
import dev.sextant.venues.kraken.feed.MarketStatus;
import java.math.BigDecimal;
import java.util.List;

/** The books orders trade against. Its monitor guards them and all that depends on them. */
public interface Market {

    /** What was taken from one level. */
    record Taken(BigDecimal price, BigDecimal quantity) {}

    /** Every pair. */
    List<Pair> pairs();

    /** What may be done on a pair now. */
    MarketStatus status(Pair pair);

    /**
     * Takes what is there at the limit or better, best price first; those who watch the book are told. Nothing is there
     * where no order that trades at once is taken. The caller holds the monitor.
     *
     * @param limit a multiple of the pair's tick
     * @param quantity a multiple of its step
     */
    List<Taken> take(Pair pair, Side side, BigDecimal limit, BigDecimal quantity);

    /** Is called within the monitor after each step of the market, with the time. */
    void onStep(Step step);

    /** The market has moved. */
    @FunctionalInterface
    interface Step {
        void at(long nowMs);
    }
}
