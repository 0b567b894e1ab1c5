package dev.sextant.local.venue.kraken.account;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The account as it begins.
 *
 * @param balances by the socket's names of assets, {@code BTC}; 0 or more
 */
public record AccountSetup(Tier tier, FeeTable fees, Map<String, BigDecimal> balances) {

    /** An account whose fees are the same at every volume. */
    public AccountSetup(Tier tier, Fees fees, Map<String, BigDecimal> balances) {
        this(tier, FeeTable.flat(fees), balances);
    }

    public AccountSetup {
        balances = Map.copyOf(balances);
        balances.forEach((asset, balance) -> {
            if (balance.signum() < 0) {
                throw new IllegalArgumentException(
                        "the balance of " + asset + " is " + balance + ", expected 0 or more");
            }
        });
    }
}
