package dev.sextant.local.storemodel;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.risk.AccountSettings;
import dev.sextant.domain.risk.GuardLimits;
import dev.sextant.domain.risk.R;
import dev.sextant.domain.risk.RiskLimits;
import java.math.BigDecimal;
import java.util.List;

/** The small world both stores begin with: two accounts, three symbols, three strategies, narrow limits. */
final class World {

    static final List<Account> ACCOUNTS = List.of(new Account("alpha"), new Account("beta"));
    static final List<Symbol> SYMBOLS = List.of(new Symbol("BTCUSDT"), new Symbol("ETHUSDT"), new Symbol("SOLUSDT"));
    static final List<String> STRATEGIES = List.of("one", "two", "three");

    /** Ten minutes before midnight UTC. */
    static final long BEGINNING_MS = 1_723_247_400_000L;

    static final BigDecimal START_BALANCE = new BigDecimal("1000");
    static final BigDecimal PRICE = new BigDecimal("100");
    static final RiskLimits LIMITS = new RiskLimits(
            2,
            new BigDecimal("600"),
            new BigDecimal("800"),
            4,
            R.of("4"),
            3,
            600_000,
            300_000,
            500,
            5_000,
            new GuardLimits(R.of("2"), R.of("3"), 300_000, 1_200_000, 1_000, 60_000));

    private World() {}

    static AccountSettings settings(Account account) {
        return new AccountSettings(account, "paper", "USDT", new BigDecimal("20"));
    }

    /** Steps of 0.5, at most 8. */
    static Instrument instrument(Symbol symbol) {
        return new Instrument(
                symbol,
                symbol.name().substring(0, 3),
                "USDT",
                true,
                new BigDecimal("0.1"),
                new BigDecimal("0.5"),
                new BigDecimal("0.5"),
                new BigDecimal("8"),
                new BigDecimal("5"));
    }
}
