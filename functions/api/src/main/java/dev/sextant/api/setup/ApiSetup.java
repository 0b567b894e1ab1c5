package dev.sextant.api.setup;

import dev.sextant.api.backtest.BacktestDesk;
import dev.sextant.domain.event.Account;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.SqlClient;
import java.util.Map;

/**
 * Everything the API needs from outside.
 *
 * @param sql the database; nothing is tried twice here, because whoever asked asks again anyway
 * @param account whose signals, orders, positions and money are shown
 * @param operator who may write
 * @param version of the desk, shown by its health
 * @param backtests who runs replays
 */
public record ApiSetup(SqlClient sql, Account account, OperatorToken operator, String version, BacktestDesk backtests) {

    public ApiSetup {
        sql = sql.withoutRetry();
    }

    /** A desk that runs no replays. */
    public ApiSetup(SqlClient sql, Account account, OperatorToken operator, String version) {
        this(sql, account, operator, version, BacktestDesk.NONE);
    }

    /**
     * The setup inside a Lambda: {@code SEXTANT_ACCOUNT} (default {@code paper-main}),
     * {@code SEXTANT_OPERATOR_TOKEN_SHA256} (without it nobody writes), {@code SEXTANT_VERSION}, and the database's
     * variables.
     *
     * @throws IllegalArgumentException naming the variable that is wrong
     */
    public static ApiSetup fromEnvironment(Map<String, String> environment) {
        Account account = new Account(environment.getOrDefault("SEXTANT_ACCOUNT", "paper-main"));
        String hash = environment.getOrDefault(OperatorToken.VARIABLE, "");
        OperatorToken operator = hash.isEmpty() ? OperatorToken.NONE : OperatorToken.ofHash(hash);
        String version = environment.getOrDefault("SEXTANT_VERSION", "unknown");
        return new ApiSetup(new SqlClient(DataApi.fromEnvironment(environment)), account, operator, version);
    }
}
