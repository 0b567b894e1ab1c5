package dev.sextant.recordings.event;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Liquidation;
import dev.sextant.domain.money.E8;
import dev.sextant.venues.binance.market.PriceLevels;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One fact of a recording. Numbers are exact: decimals as the file has them, books and complete aggregate trades in units
 * of 10⁻⁸. Times are the venue's, epoch milliseconds UTC; where a frame has none, the recorder's receipt time.
 */
public sealed interface RecordedEvent {

    /** The time of an event whose file tells none. */
    long NO_TIME = Long.MIN_VALUE;

    /** The venue's spelling, or empty where neither the file nor its name tells it. */
    String symbol();

    /** Epoch milliseconds, or {@link #NO_TIME}. */
    long timeMs();

    /** What kind of fact it is. */
    EventKind kind();

    /** Who took liquidity. */
    enum Taker {
        BUYER,
        SELLER,
        /** The file doesn't tell. */
        UNKNOWN
    }

    /** One fill. */
    record Trade(String symbol, long timeMs, OptionalLong id, BigDecimal price, BigDecimal quantity, Taker taker)
            implements RecordedEvent {
        public Trade {
            Positive.require("price", price);
            Positive.require("quantity", quantity);
        }

        @Override
        public EventKind kind() {
            return EventKind.TRADE;
        }
    }

    /** An aggregate trade with all the venue tells of it. */
    record AggregateTrade(String symbol, AggTrade trade) implements RecordedEvent {
        @Override
        public long timeMs() {
            return trade.tradeTimeMs();
        }

        @Override
        public EventKind kind() {
            return EventKind.AGGREGATE_TRADE;
        }
    }

    /** An aggregate trade of a recorder that left out the ids of the fills it is made of. */
    record BareAggregateTrade(
            String symbol, long timeMs, long aggId, BigDecimal price, BigDecimal quantity, boolean buyerIsMaker)
            implements RecordedEvent {
        public BareAggregateTrade {
            Positive.require("price", price);
            Positive.require("quantity", quantity);
        }

        @Override
        public EventKind kind() {
            return EventKind.AGGREGATE_TRADE;
        }
    }

    /** A forced order. Some recorders strip the quote asset from its symbol. */
    record ForcedOrder(Liquidation liquidation) implements RecordedEvent {
        @Override
        public String symbol() {
            return liquidation.symbol().name();
        }

        @Override
        public long timeMs() {
            return liquidation.filledAtMs();
        }

        @Override
        public EventKind kind() {
            return EventKind.LIQUIDATION;
        }
    }

    /** A liquidated account of a venue that tells neither instrument nor price; amounts in US dollars. */
    record LiquidatedAccount(
            String account, long timeMs, BigDecimal notional, BigDecimal accountValue, String marginMode)
            implements RecordedEvent {
        @Override
        public String symbol() {
            return "";
        }

        @Override
        public EventKind kind() {
            return EventKind.ACCOUNT_LIQUIDATION;
        }
    }

    /** A funding that took place: the fraction paid per interval, and the premium it came from where told. */
    record FundingRate(String symbol, long timeMs, BigDecimal rate, Optional<BigDecimal> premium)
            implements RecordedEvent {
        @Override
        public EventKind kind() {
            return EventKind.FUNDING_RATE;
        }
    }

    /** Mark price and the funding to come; absent values are those the contract or the year doesn't have. */
    record MarkPrice(
            String symbol,
            long timeMs,
            BigDecimal mark,
            Optional<BigDecimal> index,
            Optional<BigDecimal> fundingRate,
            OptionalLong nextFundingMs)
            implements RecordedEvent {
        @Override
        public EventKind kind() {
            return EventKind.MARK_PRICE;
        }
    }

    /** Open interest as the venue counts it, and its value in the quote asset where told. */
    record OpenInterest(String symbol, long timeMs, BigDecimal amount, Optional<BigDecimal> value)
            implements RecordedEvent {
        @Override
        public EventKind kind() {
            return EventKind.OPEN_INTEREST;
        }
    }

    /** Long accounts divided by short accounts. */
    record LongShortRatio(String symbol, long timeMs, BigDecimal ratio) implements RecordedEvent {
        @Override
        public EventKind kind() {
            return EventKind.LONG_SHORT_RATIO;
        }
    }

    /** What takers bought and sold in the period that starts at {@code timeMs}. */
    record TakerVolume(String symbol, long timeMs, BigDecimal bought, BigDecimal sold) implements RecordedEvent {
        @Override
        public EventKind kind() {
            return EventKind.TAKER_VOLUME;
        }
    }

    /**
     * A candle.
     *
     * @param timeMs its open
     * @param price what it is made of
     * @param volume base asset, absent where the file has none
     * @param closed false for the state of a candle that goes on
     */
    record Candle(String symbol, long timeMs, PriceSource price, Ohlc ohlc, Optional<BigDecimal> volume, boolean closed)
            implements RecordedEvent {
        @Override
        public EventKind kind() {
            return EventKind.CANDLE;
        }
    }

    /** The bid's and the ask's candle of one interval, with the sizes at its end. */
    record QuoteBar(String symbol, long timeMs, Ohlc bid, BigDecimal bidSize, Ohlc ask, BigDecimal askSize)
            implements RecordedEvent {
        @Override
        public EventKind kind() {
            return EventKind.QUOTE_BAR;
        }
    }

    /** Best bid and ask; sizes absent where the venue tells only prices. */
    record Quote(
            String symbol,
            long timeMs,
            BigDecimal bid,
            Optional<BigDecimal> bidSize,
            BigDecimal ask,
            Optional<BigDecimal> askSize)
            implements RecordedEvent {
        @Override
        public EventKind kind() {
            return EventKind.QUOTE;
        }
    }

    /** Changed levels of a book, quantity 0 for a removed one; the ids are absent where the venue has none. */
    record BookChange(
            String symbol,
            long timeMs,
            OptionalLong firstUpdateId,
            OptionalLong lastUpdateId,
            OptionalLong previousLastUpdateId,
            PriceLevels bids,
            PriceLevels asks)
            implements RecordedEvent {
        @Override
        public EventKind kind() {
            return EventKind.BOOK_CHANGE;
        }
    }

    /** A whole book, or its top. */
    record BookSnapshot(String symbol, long timeMs, OptionalLong lastUpdateId, PriceLevels bids, PriceLevels asks)
            implements RecordedEvent {
        @Override
        public EventKind kind() {
            return EventKind.BOOK_SNAPSHOT;
        }
    }

    /** An asset or a pair a venue lists. */
    record Listing(String symbol, String section, String status) implements RecordedEvent {
        @Override
        public long timeMs() {
            return NO_TIME;
        }

        @Override
        public EventKind kind() {
            return EventKind.LISTING;
        }
    }

    /** A message that is recognised and counted but not taken apart: the text as received. */
    record Message(String symbol, long timeMs, String channel, String text) implements RecordedEvent {
        @Override
        public EventKind kind() {
            return EventKind.MESSAGE;
        }
    }

    /** The exact decimal of a number in units of 10⁻⁸. */
    static BigDecimal decimal(long valueE8) {
        return E8.toDecimal(valueE8);
    }
}
