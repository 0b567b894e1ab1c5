package dev.sextant.venues.binance.market;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;
import java.util.OptionalLong;

/** What the market streams tell, in the desk's words and units. */
public sealed interface MarketEvent {

    Symbol symbol();

    /** The venue's time of the message, epoch milliseconds. */
    long eventTimeMs();

    /** The kind of stream that tells it. */
    MarketStream.Kind kind();

    /** An aggregate trade. */
    record Trade(Symbol symbol, long eventTimeMs, AggTrade trade) implements MarketEvent {
        @Override
        public MarketStream.Kind kind() {
            return MarketStream.Kind.AGG_TRADE;
        }
    }

    /**
     * Mark price and funding.
     *
     * @param markE8 mark price, units of 10⁻⁸
     * @param indexE8 index price, absent in old recordings
     * @param fundingRateE8 rate of the next funding, absent for delivery contracts
     * @param nextFundingMs its time, 0 when there is none
     */
    record MarkPrice(
            Symbol symbol,
            long eventTimeMs,
            long markE8,
            OptionalLong indexE8,
            OptionalLong fundingRateE8,
            long nextFundingMs)
            implements MarketEvent {
        @Override
        public MarketStream.Kind kind() {
            return MarketStream.Kind.MARK_PRICE;
        }
    }

    /**
     * A forced order: the largest of its second, so a sample and never a total.
     *
     * @param longLiquidated true when a long position was closed (the order sells)
     * @param filledQtyE8 filled so far, units of 10⁻⁸
     * @param averagePriceE8 average fill price, units of 10⁻⁸
     */
    record ForcedOrder(
            Symbol symbol,
            long eventTimeMs,
            boolean longLiquidated,
            long filledQtyE8,
            long averagePriceE8,
            long tradeTimeMs)
            implements MarketEvent {

        /** Filled quantity × average price, exact. */
        public BigDecimal notional() {
            return BigDecimal.valueOf(filledQtyE8, 8).multiply(BigDecimal.valueOf(averagePriceE8, 8));
        }

        @Override
        public MarketStream.Kind kind() {
            return MarketStream.Kind.FORCE_ORDER;
        }
    }

    /**
     * Best bid and ask.
     *
     * @param updateId rises per symbol; one at or below the last is old
     */
    record TopOfBook(
            Symbol symbol, long eventTimeMs, long updateId, long bidE8, long bidQtyE8, long askE8, long askQtyE8)
            implements MarketEvent {
        @Override
        public MarketStream.Kind kind() {
            return MarketStream.Kind.BOOK_TICKER;
        }
    }

    /**
     * Changes of the order book since the previous message.
     *
     * @param firstUpdateId first update contained; not the previous message's last plus one
     * @param lastUpdateId last update contained
     * @param previousLastUpdateId the last update of the message before; what continuity is judged by
     */
    record DepthChange(
            Symbol symbol,
            long eventTimeMs,
            long firstUpdateId,
            long lastUpdateId,
            long previousLastUpdateId,
            PriceLevels bids,
            PriceLevels asks)
            implements MarketEvent {
        @Override
        public MarketStream.Kind kind() {
            return MarketStream.Kind.DEPTH;
        }
    }
}
