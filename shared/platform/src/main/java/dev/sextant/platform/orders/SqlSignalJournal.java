package dev.sextant.platform.orders;

import dev.sextant.domain.event.SignalJournal;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;

/** Refused signals, noted beside the signal in {@code strategy.signals}. */
public final class SqlSignalJournal implements SignalJournal {

    private final SqlClient sql;

    public SqlSignalJournal(SqlClient sql) {
        this.sql = sql;
    }

    @Override
    public void refused(SignalRaised signal, String code, String reason) {
        sql.call(Sql.of("select strategy.refuse_signal(:signal, :account, :code, :reason)::text as done")
                .with("signal", signal.signalId())
                .with("account", signal.account().name())
                .with("code", code)
                .with("reason", reason));
    }
}
