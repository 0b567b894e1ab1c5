package dev.sextant.local.dataapi;

import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;

/** A process that knows nothing but its environment variables. */
final class EnvironmentDesk {

    private EnvironmentDesk() {}

    public static void main(String[] args) {
        try (DataApi api = DataApi.fromEnvironment(System.getenv())) {
            SqlClient sql = new SqlClient(api);
            System.out.println("answer "
                    + sql.queryOne(Sql.of("select 3 + 4 as n")).orElseThrow().longValue("n"));
        }
    }
}
