package dev.sextant.venues.kraken.trade;

import java.math.BigDecimal;

/**
 * What an account has of an asset.
 *
 * @param balance all of it, what is on hold included
 * @param credit a credit line, 0 where there is none
 * @param creditUsed of that
 * @param held for open orders
 */
public record AssetBalance(BigDecimal balance, BigDecimal credit, BigDecimal creditUsed, BigDecimal held) {

    /** What may be traded with now; negative when more is held than there is. */
    public BigDecimal available() {
        return balance.add(credit).subtract(creditUsed).subtract(held);
    }
}
