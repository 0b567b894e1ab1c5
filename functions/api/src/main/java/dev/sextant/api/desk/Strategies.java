package dev.sextant.api.desk;

import dev.sextant.api.http.Page;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;

/** The strategies as they are configured and whether they run. */
@Singleton
final class Strategies {

    private final SqlClient sql;

    Strategies(ApiSetup setup) {
        this.sql = setup.sql();
    }

    Page all() {
        return Page.whole(sql.query(Sql.of("""
                SELECT ops.iso(now()) AS as_of, CASE WHEN s.name IS NOT NULL THEN strategy.public_json(s) END AS item
                FROM (VALUES (1)) one LEFT JOIN strategy.strategies s ON true
                ORDER BY s.name
                """)));
    }
}
