package dev.sextant.api.decision;

import dev.sextant.api.http.ApiException;
import dev.sextant.api.http.Cursor;
import dev.sextant.api.http.Json;
import dev.sextant.api.http.Page;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;

/** Every decision, taken or not, with what it rested on. */
@Singleton
final class Decisions {

    static final String LIST = "decisions";

    private final SqlClient sql;

    Decisions(ApiSetup setup) {
        this.sql = setup.sql();
    }

    Page page(DecisionFilter filter, Cursor from, int limit) {
        // A page is cut at 700 KB, for one answer of the Data API holds 1 MiB at most and a decision may be several KB.
        return Page.of(
                sql.query(Sql.of("""
                        SELECT ops.iso(ops.market_time()) AS as_of, q.major, q.minor,
                               CASE WHEN q.bytes <= 700000 THEN q.item END AS item
                        FROM (VALUES (1)) one LEFT JOIN LATERAL (
                            SELECT major, minor, item,
                                   sum(octet_length(item::text)) OVER (ORDER BY major DESC, minor DESC) AS bytes
                            FROM (SELECT ops.us(decided_at) AS major, decision_id AS minor, strategy.public_json(d) AS item
                                  FROM strategy.decisions d
                                  WHERE (decided_at, decision_id) < (ops.ts_us(:major), :minor)
                                    AND (:strategy::text IS NULL OR strategy = :strategy)
                                    AND (:symbol::text IS NULL OR symbol = :symbol)
                                    AND (:taken::text IS NULL OR taken = :taken::text::boolean)
                                  ORDER BY decided_at DESC, decision_id DESC
                                  LIMIT :limit + 1) newest) q ON true
                        ORDER BY q.major DESC, q.minor DESC
                        """)
                        .with("major", from.major())
                        .with("minor", from.minor())
                        .with("strategy", filter.strategy())
                        .with("symbol", filter.symbol())
                        .with("taken", filter.taken())
                        .with("limit", limit)),
                limit,
                LIST);
    }

    String one(String id) {
        Row row = sql.queryOne(Sql.of("""
                SELECT ops.iso(ops.market_time()) AS as_of, strategy.public_json(d) AS item
                FROM strategy.decisions d WHERE decision_id = :id
                """).with("id", id)).orElseThrow(() -> ApiException.notFound("decision_id", id));
        return Json.object(row.text("item")).put("as_of", row.text("as_of")).toString();
    }
}
