package dev.sextant.venues.coinbase;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much more Coinbase pays than another venue, cleared of the stablecoin's own price: (C − B·U) / (B·U), with C the
 * mid of the spot product in USD, B the other venue's price in USDT, and U the mid of USDT-USD.
 *
 * @param coinbaseMid C, above 0
 * @param venuePrice B, above 0
 * @param usdtUsd U, above 0
 */
public record CoinbasePremium(BigDecimal coinbaseMid, BigDecimal venuePrice, BigDecimal usdtUsd) {

    private static final int BPS_DECIMALS = 4;
    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    public CoinbasePremium {
        if (coinbaseMid.signum() <= 0 || venuePrice.signum() <= 0 || usdtUsd.signum() <= 0) {
            throw new IllegalArgumentException("a premium of " + coinbaseMid + " over " + venuePrice + " at " + usdtUsd
                    + " USD, expected prices above 0");
        }
    }

    /** The premium in basis points, rounded half to even at the fourth decimal; below 0 it is a discount. */
    public BigDecimal bps() {
        BigDecimal venueInUsd = venuePrice.multiply(usdtUsd);
        return coinbaseMid.subtract(venueInUsd).multiply(BPS).divide(venueInUsd, BPS_DECIMALS, RoundingMode.HALF_EVEN);
    }
}
