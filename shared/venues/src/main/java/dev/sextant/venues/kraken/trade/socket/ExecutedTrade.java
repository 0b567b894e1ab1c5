package dev.sextant.venues.kraken.trade.socket;

import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import java.math.BigDecimal;

/**
 * One execution.
 *
 * @param execId the venue's id, which comes again when the execution is told again
 * @param fee in {@code feeAsset}; 0 in no asset when the message lists none
 */
public record ExecutedTrade(
        String execId, Price price, Quantity quantity, boolean maker, BigDecimal fee, String feeAsset) {}
