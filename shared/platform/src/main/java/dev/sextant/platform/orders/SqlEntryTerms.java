package dev.sextant.platform.orders;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.risk.EntryTerms;
import dev.sextant.domain.risk.EntryTermsSource;
import dev.sextant.platform.market.SqlInstruments;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.Optional;

/** {@link EntryTerms} from {@code risk.accounts} and {@code market.instruments}, for Binance's symbols. */
public final class SqlEntryTerms implements EntryTermsSource {

    private static final String SELECT = "select " + SqlAccountSettings.COLUMNS + ", " + SqlInstruments.COLUMNS + """
             from (values (1)) one
            left join risk.accounts a on a.account = :account
            left join market.instruments i on i.venue = 'BINANCE' and i.symbol = :symbol""";

    private final SqlClient sql;

    public SqlEntryTerms(SqlClient sql) {
        this.sql = sql;
    }

    @Override
    public EntryTerms find(Account account, Symbol symbol) {
        Row row = sql.queryOne(Sql.of(SELECT).with("account", account.name()).with("symbol", symbol.name()))
                .orElseThrow();
        return new EntryTerms(
                row.textOrNull("mode") == null
                        ? Optional.empty()
                        : Optional.of(SqlAccountSettings.settings(account, row)),
                row.textOrNull("symbol") == null ? Optional.empty() : Optional.of(SqlInstruments.instrument(row)));
    }
}
