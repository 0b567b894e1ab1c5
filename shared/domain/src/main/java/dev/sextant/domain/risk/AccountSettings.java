package dev.sextant.domain.risk;

import dev.sextant.domain.event.Account;
import java.math.BigDecimal;

/**
 * What sizing needs to know of an account; the other limits stay in the store.
 *
 * @param mode {@code paper}, {@code testnet} or {@code live}
 * @param currency the quote asset balances are kept in
 * @param riskPerTrade quote units a standard tier may lose, positive
 */
public record AccountSettings(Account account, String mode, String currency, BigDecimal riskPerTrade) {}
