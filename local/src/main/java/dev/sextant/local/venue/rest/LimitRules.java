package dev.sextant.local.venue.rest;

import dev.sextant.local.venue.wire.ExchangeInfo;
import java.util.List;

/**
 * Rate limits of the REST side.
 *
 * @param weightPerMinute request weight per IP
 * @param ordersPerTenSeconds orders per account
 * @param ordersPerMinute orders per account
 */
public record LimitRules(int weightPerMinute, int ordersPerTenSeconds, int ordersPerMinute) {

    /** The live venue's: 2,400 weight a minute, 300 orders in ten seconds, 1,200 a minute. */
    public static LimitRules live() {
        return new LimitRules(2_400, 300, 1_200);
    }

    /** As {@code exchangeInfo} lists them. */
    List<ExchangeInfo.Limit> listed() {
        return List.of(
                new ExchangeInfo.Limit("REQUEST_WEIGHT", "MINUTE", 1, weightPerMinute),
                new ExchangeInfo.Limit("ORDERS", "MINUTE", 1, ordersPerMinute),
                new ExchangeInfo.Limit("ORDERS", "SECOND", 10, ordersPerTenSeconds));
    }
}
