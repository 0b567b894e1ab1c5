package dev.sextant.local.venue.kraken.account;

import java.math.BigDecimal;

/**
 * One execution.
 *
 * @param id as {@code TGBB7L-HT5LX-J3BZ4A}, the same on the socket and in histories
 * @param number counts the venue's executions
 * @param cost price × quantity, exact
 * @param fee in {@code feeAsset}
 */
public record Trade(
        String id,
        long number,
        Order order,
        BigDecimal price,
        BigDecimal quantity,
        BigDecimal cost,
        BigDecimal fee,
        VenueAsset feeAsset,
        boolean maker,
        long atMs) {}
