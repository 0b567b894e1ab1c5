package dev.sextant.domain.instrument;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A tradable contract and its order filters as the venue publishes them, refreshed and versioned. All limits are
 * inclusive.
 *
 * @param symbol the venue's name
 * @param baseAsset what a quantity counts
 * @param quoteAsset what a price counts
 * @param tradable false when the venue's status or contract type is anything but plainly tradable
 * @param tickSize every price is a multiple of it
 * @param stepSize every quantity is a multiple of it
 * @param minQty smallest market quantity
 * @param maxQty largest market quantity
 * @param minNotional smallest price × quantity of an order that adds exposure
 */
public record Instrument(
        Symbol symbol,
        String baseAsset,
        String quoteAsset,
        boolean tradable,
        BigDecimal tickSize,
        BigDecimal stepSize,
        BigDecimal minQty,
        BigDecimal maxQty,
        BigDecimal minNotional) {

    public Instrument {
        if (tickSize.signum() <= 0 || stepSize.signum() <= 0) {
            throw new IllegalArgumentException(
                    symbol + " has tick " + tickSize + " and step " + stepSize + ", expected both above 0");
        }
    }

    /**
     * Why an opening market order of this size would break a filter, or empty when it fits. Names the filter, the
     * value and the limit.
     */
    public Optional<String> refuses(Quantity quantity, Price price) {
        if (!tradable) {
            return Optional.of(symbol + " is not tradable at the venue now");
        }
        if (quantity.value().compareTo(minQty) < 0) {
            return Optional.of("quantity " + quantity + " is below the minimum " + minQty.toPlainString());
        }
        if (quantity.value().compareTo(maxQty) > 0) {
            return Optional.of("quantity " + quantity + " is above the maximum " + maxQty.toPlainString());
        }
        if (quantity.value().remainder(stepSize).signum() != 0) {
            return Optional.of("quantity " + quantity + " is not a multiple of " + stepSize.toPlainString());
        }
        if (quantity.notionalAt(price).compareTo(minNotional) < 0) {
            return Optional.of("notional " + quantity.notionalAt(price).toPlainString() + " is below the minimum "
                    + minNotional.toPlainString());
        }
        return Optional.empty();
    }
}
