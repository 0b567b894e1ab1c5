package dev.sextant.ingest.kraken;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of a pair beside its book.
 *
 * @param pair as the venue names it
 * @param isLive whether its book follows the venue's
 * @param feePpm what taking from it costs, in millionths
 * @param last price of the last trade
 * @param lastQuantity of that trade, in base
 * @param tradeAgeMs since the last trade, by the venue's time of it
 * @param bid of the last ticker
 * @param ask of the last ticker
 */
public record PairStatus(
        String pair,
        boolean isLive,
        int feePpm,
        Optional<BigDecimal> last,
        Optional<BigDecimal> lastQuantity,
        OptionalLong tradeAgeMs,
        Optional<BigDecimal> bid,
        Optional<BigDecimal> ask) {

    /** One line. */
    @Override
    public String toString() {
        return pair
                + (isLive ? "" : " (no book)")
                + last.map(price -> ", last " + price.toPlainString()
                                + lastQuantity
                                        .map(quantity -> " x " + quantity.toPlainString())
                                        .orElse(""))
                        .orElse(", no trade")
                + (tradeAgeMs.isPresent() ? ", " + tradeAgeMs.getAsLong() + " ms ago" : "")
                + bid.map(price -> ", bid " + price.toPlainString()).orElse("")
                + ask.map(price -> ", ask " + price.toPlainString()).orElse("");
    }
}
