package dev.sextant.domain.risk;

import dev.sextant.domain.event.Account;

/** An account's limits, and what its switch and its closed trades say. */
public record AccountRisk(Account account, RiskLimits limits, KillSwitch kill, RiskStanding standing) {}
