package dev.sextant.domain.order;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import java.math.BigDecimal;

/**
 * One execution at the venue. Keyed by (account, venue, symbol, trade id) for ever: booking it twice changes nothing.
 *
 * @param tradeId the venue's id of the execution
 * @param venueOrderId the venue's id of the order it belongs to
 * @param fee paid in {@code feeAsset}; negative for a rebate
 * @param filledAtMs the venue's time, epoch milliseconds
 */
public record Fill(
        Symbol symbol,
        String tradeId,
        String venueOrderId,
        Side side,
        Price price,
        Quantity quantity,
        BigDecimal fee,
        String feeAsset,
        boolean maker,
        long filledAtMs) {

    /** What of the fee was paid in an asset: all of it or nothing. A fee in another asset is never converted. */
    public BigDecimal feeIn(String asset) {
        return feeAsset.equals(asset) ? fee : BigDecimal.ZERO;
    }
}
