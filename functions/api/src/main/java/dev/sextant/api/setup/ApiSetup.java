package dev.sextant.api.setup;

import dev.sextant.domain.event.Account;
import dev.sextant.platform.sql.SqlClient;

/**
 * Everything the API needs from outside.
 *
 * @param sql the database; reads are never tried twice here, because a dashboard asks again anyway
 * @param account whose signals, orders, positions and money are shown
 * @param operator who may write
 * @param version of the desk, shown by its health
 */
public record ApiSetup(SqlClient sql, Account account, OperatorToken operator, String version) {

    public ApiSetup {
        sql = sql.withoutRetry();
    }
}
