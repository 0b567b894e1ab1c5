package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The fees of an account in a pair now.
 *
 * @param takerPercent for taking from the book, in percent of the cost: 0.30 is 0.30 %
 * @param makerPercent for what rested; the taker's where the venue tells no other
 */
public record FeeRates(BigDecimal takerPercent, BigDecimal makerPercent) {

    private static final int MOST_PPM = 100_000;

    /**
     * The taker's fee in millionths, the rest of one rounded against us.
     *
     * @param pair for the message
     * @throws VenueUnavailableException when it can't be one: below 0 or above 10 %
     */
    public int takerPpm(Symbol pair) throws VenueUnavailableException {
        BigDecimal ppm = takerPercent.movePointRight(4).setScale(0, RoundingMode.CEILING);
        if (ppm.signum() < 0 || ppm.compareTo(BigDecimal.valueOf(MOST_PPM)) > 0) {
            throw new VenueUnavailableException(
                    "the taker's fee of " + pair + " is " + takerPercent.toPlainString() + " %, expected 0 to 10");
        }
        return ppm.intValueExact();
    }
}
