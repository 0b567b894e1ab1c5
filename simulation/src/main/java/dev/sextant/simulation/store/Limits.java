package dev.sextant.simulation.store;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.risk.AccountSettings;
import dev.sextant.domain.risk.RiskLimits;
import java.math.BigDecimal;

/** What an account is opened with. */
public record Limits(AccountSettings settings, RiskLimits limits, BigDecimal startBalance) {

    public Account account() {
        return settings.account();
    }
}
