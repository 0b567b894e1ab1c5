package dev.sextant.reconciler;

import dev.sextant.platform.sql.SqlClient;

/** The reconciler's own ports on Postgres, for tests of other modules. */
public final class ReconcilerPorts {

    private ReconcilerPorts() {}

    public static Portfolio portfolio(SqlClient sql) {
        return new SqlPortfolio(sql);
    }

    public static PrivateStreams streams(SqlClient sql) {
        return new SqlPrivateStreams(sql);
    }
}
