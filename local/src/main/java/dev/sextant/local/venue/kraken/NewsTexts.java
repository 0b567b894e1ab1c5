package dev.sextant.local.venue.kraken;

import dev.sextant.domain.order.Side;
import dev.sextant.local.venue.kraken.PublicNews.Traded;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The venue's messages about trades. */
final class NewsTexts {

    /** What a pair's trades came to; all zero before the first. */
    record Sums(
            BigDecimal first, BigDecimal last, BigDecimal low, BigDecimal high, BigDecimal volume, BigDecimal cost) {

        static final Sums NONE = new Sums(
                BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Sums with(Traded trade) {
            boolean begins = volume.signum() == 0;
            BigDecimal price = trade.price();
            return new Sums(
                    begins ? price : first,
                    price,
                    begins ? price : low.min(price),
                    begins ? price : high.max(price),
                    volume.add(trade.quantity()),
                    cost.add(trade.quantity().multiply(price)));
        }

        private BigDecimal average() {
            return volume.signum() == 0 ? BigDecimal.ZERO : cost.divide(volume, MathContext.DECIMAL32);
        }

        private BigDecimal change() {
            return last.subtract(first);
        }

        private BigDecimal changePercent() {
            return first.signum() == 0
                    ? BigDecimal.ZERO
                    : change().movePointRight(2).divide(first, MathContext.DECIMAL32);
        }
    }

    private NewsTexts() {}

    static String trades(String type, String symbol, List<Traded> trades) {
        return "{\"channel\":\"trade\",\"type\":\"" + type + "\",\"data\":["
                + trades.stream().map(trade -> trade(symbol, trade)).collect(Collectors.joining(",")) + "]}";
    }

    private static String trade(String symbol, Traded trade) {
        return "{\"symbol\":\"" + symbol + "\",\"side\":\"" + (trade.taker() == Side.BUY ? "buy" : "sell")
                + "\",\"price\":" + trade.price().toPlainString() + ",\"qty\":"
                + trade.quantity().toPlainString() + ",\"ord_type\":\"limit\",\"trade_id\":" + trade.number()
                + ",\"timestamp\":\"" + KrakenTexts.time(trade.atMs()) + "\"}";
    }

    static String ticker(
            String type,
            MadePair pair,
            Map.@Nullable Entry<Long, Long> bid,
            Map.@Nullable Entry<Long, Long> ask,
            Sums sums,
            long nowMs) {
        return "{\"channel\":\"ticker\",\"type\":\"" + type + "\",\"data\":[{\"symbol\":\"" + pair.symbol() + "\""
                + best("bid", pair, bid)
                + best("ask", pair, ask)
                + number("last", sums.last())
                + number("volume", sums.volume())
                + number("vwap", sums.average())
                + number("low", sums.low())
                + number("high", sums.high())
                + number("change", sums.change())
                + number("change_pct", sums.changePercent())
                + ",\"timestamp\":\"" + KrakenTexts.time(nowMs) + "\"}]}";
    }

    private static String best(String side, MadePair pair, Map.@Nullable Entry<Long, Long> level) {
        return number(side, level == null ? BigDecimal.ZERO : BigDecimal.valueOf(level.getKey(), pair.priceDigits()))
                + number(
                        side + "_qty",
                        level == null
                                ? BigDecimal.ZERO
                                : BigDecimal.valueOf(level.getValue(), MadePair.QUANTITY_DIGITS));
    }

    private static String number(String field, BigDecimal value) {
        return ",\"" + field + "\":" + value.toPlainString();
    }
}
