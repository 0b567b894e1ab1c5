package dev.sextant.local.venue.kraken;

import dev.sextant.domain.order.Side;
import dev.sextant.local.venue.kraken.PublicNews.Traded;
import dev.sextant.local.venue.kraken.account.Pair;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

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

    static String ticker(String type, Pair pair, List<long[]> bids, List<long[]> asks, Sums sums, long nowMs) {
        return "{\"channel\":\"ticker\",\"type\":\"" + type + "\",\"data\":[{\"symbol\":\"" + pair.symbol() + "\""
                + best("bid", pair.priceDigits(), pair.quantityDigits(), bids)
                + best("ask", pair.priceDigits(), pair.quantityDigits(), asks)
                + number("last", sums.last())
                + number("volume", sums.volume())
                + number("vwap", sums.average())
                + number("low", sums.low())
                + number("high", sums.high())
                + number("change", sums.change())
                + number("change_pct", sums.changePercent())
                + ",\"timestamp\":\"" + KrakenTexts.time(nowMs) + "\"}]}";
    }

    private static String best(String side, int priceDigits, int quantityDigits, List<long[]> levels) {
        long[] best = levels.isEmpty() ? new long[2] : levels.getFirst();
        return number(side, BigDecimal.valueOf(best[0], priceDigits))
                + number(side + "_qty", BigDecimal.valueOf(best[1], quantityDigits));
    }

    private static String number(String field, BigDecimal value) {
        return ",\"" + field + "\":" + value.toPlainString();
    }
}
