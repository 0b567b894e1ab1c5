package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.VenueOrder;
import java.math.BigDecimal;
import java.util.List;

/**
 * An order as REST reports it.
 *
 * @param order in the desk's words; what is cancelled or expired may have been filled in part. Without a client order id
 *     (placed by hand) that is empty
 * @param ordered quantity asked for, in base; in quote when {@code inQuote}
 * @param inQuote true for an order whose quantity is told in the quote asset, which the desk never places
 * @param cost price × quantity executed so far, in quote
 * @param fee so far, in {@code feeAsset}
 * @param tradeIds of its executions, when they were asked for
 */
public record ReportedOrder(
        VenueOrder order,
        Side side,
        BigDecimal ordered,
        boolean inQuote,
        BigDecimal cost,
        BigDecimal fee,
        String feeAsset,
        List<String> tradeIds) {

    public ReportedOrder {
        tradeIds = List.copyOf(tradeIds);
    }
}
