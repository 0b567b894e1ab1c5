package dev.sextant.venues.kraken.trade.socket;

import java.math.BigDecimal;

/**
 * One balance, all funds on hold included.
 *
 * @param asset in the socket's spelling, {@code BTC}
 * @param balance of the asset in a snapshot, of the wallet in an update
 * @param ledgerId of the entry that changed it, empty in a snapshot
 * @param walletType {@code spot} is what trades, empty in a snapshot
 */
public record BalanceEntry(String asset, BigDecimal balance, String ledgerId, String walletType) {}
