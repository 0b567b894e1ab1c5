package dev.sextant.venues.sim.event;

import dev.sextant.domain.market.Symbol;

/**
 * A funding payment as booked.
 *
 * @param id counts up from 1
 * @param amountE8 into the wallet, or out of it when negative, units of 10⁻⁸
 */
public record FundingView(Symbol symbol, long id, long amountE8, long timeMs) {}
