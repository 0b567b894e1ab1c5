package dev.sextant.local.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;

/** What each part says of itself, one row per component; the API shows them. */
final class StatusBoard {

    private final SqlClient sql;

    StatusBoard(SqlClient sql) {
        this.sql = sql;
    }

    void post(String component, JsonNode status) {
        sql.update(Sql.of("""
                        insert into ops.component_status (component, status) values (:component, :status)
                        on conflict (component) do update set status = excluded.status, as_of = now()""").with("component", component).withJson("status", status.toString()));
    }
}
