package dev.sextant.api.opportunity;

import dev.sextant.api.http.ApiException;
import dev.sextant.api.http.Cursor;
import dev.sextant.api.http.Json;
import dev.sextant.api.http.Page;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Opportunities, newest first. Their times are those of the machine that watches, so "as of" is the reading's. */
@Singleton
final class Opportunities {

    static final String LIST = "opportunities";

    private final SqlClient sql;

    Opportunities(ApiSetup setup) {
        this.sql = setup.sql();
    }

    /**
     * One page.
     *
     * @param live {@code true} for those that are there, {@code false} for those that are over, null for all
     * @param cycle null for all
     */
    Page page(@Nullable String live, @Nullable String cycle, Cursor from, int limit) {
        return Page.of(
                sql.query(Sql.of("""
                        SELECT ops.iso(now()) AS as_of, q.*
                        FROM (VALUES (1)) one LEFT JOIN LATERAL (
                            SELECT ops.us(o.seen_at) AS major, o.opportunity_id AS minor, strategy.public_json(o) AS item
                            FROM strategy.opportunities o
                            WHERE (o.seen_at, o.opportunity_id) < (ops.ts_us(:major), :minor)
                              AND (:live::text IS NULL OR (o.gone_at IS NULL) = :live::text::boolean)
                              AND (:cycle::text IS NULL OR o.cycle = :cycle)
                            ORDER BY o.seen_at DESC, o.opportunity_id DESC
                            LIMIT :limit + 1) q ON true
                        ORDER BY q.major DESC, q.minor DESC
                        """)
                        .with("major", from.major())
                        .with("minor", from.minor())
                        .with("live", live)
                        .with("cycle", cycle)
                        .with("limit", limit)),
                limit,
                LIST);
    }

    /** One with the books that prove it. */
    String one(String id) {
        Row row =
                sql.queryOne(Sql.of("""
                SELECT ops.iso(now()) AS as_of, strategy.public_json(o)::jsonb || jsonb_build_object('books', o.books) AS item
                FROM strategy.opportunities o WHERE opportunity_id = :id
                """).with("id", id)).orElseThrow(() -> ApiException.notFound("opportunity_id", id));
        return Json.object(row.text("item")).put("as_of", row.text("as_of")).toString();
    }
}
