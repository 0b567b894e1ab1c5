package dev.sextant.platform.orders;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.risk.AccountSettings;
import dev.sextant.domain.risk.AccountSettingsSource;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.Optional;

/** Account settings from {@code risk.accounts}. */
public final class SqlAccountSettings implements AccountSettingsSource {

    static final String COLUMNS = "mode, currency, risk_per_trade";

    private final SqlClient sql;

    public SqlAccountSettings(SqlClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<AccountSettings> find(Account account) {
        return sql.queryOne(Sql.of("select " + COLUMNS + " from risk.accounts where account = :account")
                        .with("account", account.name()))
                .map(row -> settings(account, row));
    }

    static AccountSettings settings(Account account, Row row) {
        return new AccountSettings(account, row.text("mode"), row.text("currency"), row.decimal("risk_per_trade"));
    }
}
