package dev.sextant.platform.setup;

import dev.sextant.domain.event.Account;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An account and its first limits.
 *
 * @param mode paper, testnet or live; never changes
 * @param currency in which its limits are
 * @param riskPerTrade what a trade, or a plan, may lose; above 0
 * @param maxPositions symbols, or plans, at once
 * @param maxSymbolNotional held and on its way in one symbol, or plan
 * @param maxTotalNotional the same of all, no less
 * @param maxOrdersPerMinute entries within a minute
 * @param maxDailyLossR closed loss of a day that halts, in multiples of {@code riskPerTrade}
 * @param follows another account, whose kill switch holds for this one
 */
public record AccountTerms(
        Account account,
        String mode,
        String currency,
        BigDecimal riskPerTrade,
        int maxPositions,
        BigDecimal maxSymbolNotional,
        BigDecimal maxTotalNotional,
        int maxOrdersPerMinute,
        BigDecimal maxDailyLossR,
        Optional<Account> follows) {

    private static final BigDecimal USUAL_WARNING_R = BigDecimal.valueOf(3);

    /** Closed loss of a day that warns: 3 R, or what halts where that is less. */
    BigDecimal warnDailyLossR() {
        return maxDailyLossR.min(USUAL_WARNING_R);
    }
}
