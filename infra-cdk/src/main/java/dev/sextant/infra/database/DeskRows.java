package dev.sextant.infra.database;

import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.settings.FirstLimits;
import dev.sextant.infra.settings.KrakenTrade;
import dev.sextant.infra.settings.KrakenWatch;
import dev.sextant.planning.PlanSettings;
import dev.sextant.platform.setup.AccountTerms;
import dev.sextant.platform.setup.SqlAccounts;
import dev.sextant.platform.setup.SqlStrategies;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.signals.strategy.InvalidStrategyException;
import dev.sextant.signals.strategy.Strategy;
import dev.sextant.signals.strategy.StrategyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The accounts and strategies that a desk's settings ask for. */
final class DeskRows {

    private static final String CURRENCY = "USDT";
    private static final int ORDERS_A_MINUTE = 10;
    private static final int LEGS_A_MINUTE = 60;

    private DeskRows() {}

    /**
     * Writes them where they are not there.
     *
     * @param sql as the owner of the database
     * @param strategies folder of strategy files
     * @return what was done, a line each
     */
    static List<String> write(DeskSettings settings, SqlClient sql, Path strategies) {
        List<String> done = new ArrayList<>();
        SqlAccounts accounts = new SqlAccounts(sql);
        accounts(settings).forEach(terms -> done.add(accounts.ensure(terms)));
        SqlStrategies shelf = new SqlStrategies(sql);
        for (Shelved each : strategies(strategies)) {
            Strategy strategy = each.strategy();
            shelf.ensure(
                    strategy.name(),
                    strategy.version(),
                    strategy.strategyVersion(),
                    each.text(),
                    Optional.of(SqlStrategies.NEW));
        }
        settings.krakenTrade()
                .ifPresent(trade -> shelf.ensureTriangles(
                        PlanSettings.STRATEGY,
                        PlanSettings.VERSION,
                        trade.lane().word(),
                        KrakenTrade.account(settings.account())));
        done.add("strategies: registered; new ones are STOPPED until a person starts them");
        return done;
    }

    /** The desk's own account, and the one that trades triangles, which follows its kill switch. */
    static List<AccountTerms> accounts(DeskSettings settings) {
        FirstLimits limits = settings.limits();
        List<AccountTerms> accounts = new ArrayList<>();
        accounts.add(new AccountTerms(
                settings.account(),
                settings.mode().word(),
                CURRENCY,
                limits.riskPerTrade(),
                limits.maxPositions(),
                limits.maxSymbolNotional(),
                limits.maxTotalNotional(),
                ORDERS_A_MINUTE,
                limits.maxDailyLossR(),
                Optional.empty()));
        settings.krakenTrade()
                .ifPresent(trade -> accounts.add(
                        ofTriangles(settings, trade, settings.kraken().orElseThrow())));
        return accounts;
    }

    /** A plan is sized to the most it may take at the prices it sees, and reserved at the worst it accepts. */
    private static AccountTerms ofTriangles(DeskSettings settings, KrakenTrade trade, KrakenWatch watch) {
        BigDecimal notional = BigDecimal.valueOf(2L * watch.maxNotional());
        return new AccountTerms(
                KrakenTrade.account(settings.account()),
                settings.mode().word(),
                trade.currency(),
                trade.maxLoss(),
                1,
                notional,
                notional,
                LEGS_A_MINUTE,
                trade.maxDailyLossR(),
                Optional.of(settings.account()));
    }

    /** A strategy with the file it was read from. */
    record Shelved(Strategy strategy, String text) {}

    /** @throws IllegalArgumentException naming a file that is refused */
    static List<Shelved> strategies(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")
                            && !file.toString().endsWith(".schema.json"))
                    .sorted()
                    .map(DeskRows::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the strategy folder " + folder + " can't be read", e);
        }
    }

    private static Shelved read(Path file) {
        try {
            String text = Files.readString(file);
            return new Shelved(StrategyFile.parse(text), text);
        } catch (InvalidStrategyException e) {
            throw new IllegalArgumentException(file + " is refused: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }
}
