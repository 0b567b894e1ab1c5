package dev.sextant.venues.sim.event;

/**
 * Money that was moved into the account or out of it.
 *
 * @param id counts up from 1
 * @param amountE8 into the wallet, or out of it when negative, units of 10⁻⁸
 */
public record TransferView(long id, long amountE8, long timeMs) {}
