package dev.sextant.venues.binance.market.rest;

import java.util.List;

/**
 * What {@code exchangeInfo} says.
 *
 * @param weightPerMinute the request weight this address may use each minute
 * @param unreadable names of instruments that were left out because their entry was malformed
 */
public record ExchangeRules(int weightPerMinute, List<InstrumentFilters> instruments, List<String> unreadable) {

    public ExchangeRules {
        instruments = List.copyOf(instruments);
        unreadable = List.copyOf(unreadable);
    }
}
