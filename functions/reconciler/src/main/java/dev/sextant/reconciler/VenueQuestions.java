package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.venues.binance.trade.BinanceAccountGuard;
import dev.sextant.venues.binance.trade.BinanceTradingVenue;
import dev.sextant.venues.binance.trade.ExpectedSetting;
import dev.sextant.venues.binance.trade.KeyStanding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks Binance with the reconciler's key, for every symbol whose filters the desk has. */
final class VenueQuestions implements Examiner.Questions {

    /** The venue refuses what is a second ahead of it; half of that leaves room for drift. */
    private static final long MAX_AHEAD_MS = 500;

    private static final long MAX_BEHIND_MS = 5_000;
    private static final BigDecimal TRADES = BigDecimal.TWO;

    private final BinanceTradingVenue venue;
    private final SqlClient sql;
    private final ExpectedSetting expected;
    private final EpochClock clock;
    private final Account account;

    /** @param expected margin type and leverage of every symbol */
    VenueQuestions(
            BinanceTradingVenue venue, SqlClient sql, ExpectedSetting expected, EpochClock clock, Account account) {
        this.venue = venue;
        this.sql = sql;
        this.expected = expected;
        this.clock = clock;
        this.account = account;
    }

    @Override
    public KeyStanding key() {
        return venue.keyStanding();
    }

    @Override
    public List<String> positionMode() throws VenueUnavailableException {
        return venue.guard(Map.of()).positionMode();
    }

    @Override
    public List<String> account() throws VenueUnavailableException {
        return venue.guard(Map.of()).account();
    }

    @Override
    public List<String> margin() throws VenueUnavailableException {
        BinanceAccountGuard guard = venue.guard(
                sql.query(Sql.of("select distinct symbol from market.instruments where venue = 'BINANCE'")).stream()
                        .map(row -> new Symbol(row.text("symbol")))
                        .collect(Collectors.toMap(Function.identity(), _ -> expected)));
        return guard.symbols();
    }

    @Override
    public List<String> clock() throws VenueUnavailableException {
        long behindMs = venue.venueTimeMs() - clock.nowMs();
        if (behindMs < -MAX_AHEAD_MS) {
            return List.of("this clock is " + -behindMs + " ms ahead of the venue, limit " + MAX_AHEAD_MS);
        }
        return behindMs > MAX_BEHIND_MS
                ? List.of("this clock is " + behindMs + " ms behind the venue, limit " + MAX_BEHIND_MS)
                : List.of();
    }

    @Override
    public List<String> balance() throws VenueUnavailableException {
        Row row = sql.queryOne(Sql.of("select currency, risk_per_trade from risk.accounts where account = :account")
                        .with("account", account.name()))
                .orElseThrow(() -> new IllegalStateException("account " + account + " is not configured"));
        String currency = row.text("currency");
        BigDecimal has = venue.balances().getOrDefault(currency, BigDecimal.ZERO);
        BigDecimal least = row.decimal("risk_per_trade").multiply(TRADES);
        return has.compareTo(least) >= 0
                ? List.of()
                : List.of("the account holds " + has.toPlainString() + " " + currency + ", less than the "
                        + least.stripTrailingZeros().toPlainString() + " that two trades may lose");
    }
}
