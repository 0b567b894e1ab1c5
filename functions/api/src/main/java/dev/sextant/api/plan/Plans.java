package dev.sextant.api.plan;

import dev.sextant.api.command.CommandBody;
import dev.sextant.api.command.Outcome;
import dev.sextant.api.command.Write;
import dev.sextant.api.http.ApiException;
import dev.sextant.api.http.Cursor;
import dev.sextant.api.http.Ids;
import dev.sextant.api.http.Json;
import dev.sextant.api.http.Page;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Plans, newest first, of every account. Their times are those of the machine that trades, so "as of" is the reading's. */
@Singleton
final class Plans {

    static final String LIST = "plans";

    private final ApiSetup setup;

    Plans(ApiSetup setup) {
        this.setup = setup;
    }

    /**
     * One page.
     *
     * @param live {@code true} for those under way, {@code false} for those that are over or were refused, null for all
     * @param cycle null for all
     */
    Page page(@Nullable String live, @Nullable String cycle, Cursor from, int limit) {
        return Page.of(
                setup.sql()
                        .query(Sql.of("""
                        SELECT ops.iso(now()) AS as_of, q.*
                        FROM (VALUES (1)) one LEFT JOIN LATERAL (
                            SELECT ops.us(p.created_at) AS major, p.plan_id AS minor, execution.plan_public(p)::text AS item
                            FROM execution.plans p
                            WHERE (p.created_at, p.plan_id) < (ops.ts_us(:major), :minor)
                              AND (:live::text IS NULL OR (p.state IN ('RUNNING', 'UNWINDING')) = :live::text::boolean)
                              AND (:cycle::text IS NULL OR p.cycle = :cycle)
                            ORDER BY p.created_at DESC, p.plan_id DESC
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

    /** What the newest ten thousand come to, by cycle and outcome, and what is left of them. */
    String summary() {
        return setup.sql().queryOne(Sql.of("""
                        WITH sample AS (SELECT * FROM execution.plans ORDER BY created_at DESC LIMIT 10000),
                        traded AS (SELECT * FROM sample WHERE outcome IN ('COMPLETE', 'UNWOUND', 'RESIDUAL'))
                        SELECT json_build_object(
                            'plans', (SELECT count(*) FROM sample),
                            'live', (SELECT count(*) FROM sample WHERE state IN ('RUNNING', 'UNWINDING')),
                            'outcomes', (SELECT coalesce(json_object_agg(what, n ORDER BY what), '{}')
                                FROM (SELECT coalesce(outcome, state) AS what, count(*) AS n FROM sample GROUP BY 1) o),
                            'refusals', (SELECT coalesce(json_object_agg(reason_code, n ORDER BY reason_code), '{}')
                                FROM (SELECT reason_code, count(*) AS n FROM sample WHERE state = 'RISK_REJECTED' GROUP BY 1) r),
                            'profit', (SELECT coalesce(json_object_agg(start_asset, ops.dec(total) ORDER BY start_asset), '{}')
                                FROM (SELECT start_asset, sum(profit) AS total FROM traded GROUP BY 1) t),
                            'cycles', (SELECT coalesce(json_agg(json_build_object('cycle', cycle, 'plans', n, 'complete', complete,
                                    'start_asset', start_asset, 'expected', ops.dec(expected), 'profit', ops.dec(total)) ORDER BY n DESC, cycle), '[]')
                                FROM (SELECT cycle, start_asset, count(*) AS n, count(*) FILTER (WHERE outcome = 'COMPLETE') AS complete,
                                          sum(expected_profit) AS expected, sum(profit) AS total
                                      FROM traded GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT 20) c),
                            'took_ms', (SELECT json_build_object('median', percentile_disc(0.5) WITHIN GROUP (ORDER BY ms),
                                    'p99', percentile_disc(0.99) WITHIN GROUP (ORDER BY ms))
                                FROM (SELECT ops.ms(ended_at) - ops.ms(decided_at) AS ms FROM traded) m),
                            'to_clear', (SELECT coalesce(json_agg(plan_id), '[]') FROM execution.plans
                                WHERE outcome = 'RESIDUAL' AND cleared_at IS NULL),
                            'balances', (SELECT coalesce(json_object_agg(b.account || ' ' || asset, ops.dec(amount) ORDER BY b.account, asset), '{}')
                                FROM portfolio.balances b WHERE amount <> 0 AND b.account IN (SELECT DISTINCT account FROM execution.plans)),
                            'dust', (SELECT coalesce(json_object_agg(asset, ops.dec(total) ORDER BY asset), '{}')
                                FROM (SELECT asset, sum(amount) AS total FROM portfolio.dust GROUP BY 1) d),
                            'reconciler', (SELECT status || jsonb_build_object('as_of', ops.iso(as_of)) FROM ops.component_status
                                WHERE component = 'reconciler-spot'),
                            'as_of', ops.iso(now()))::text AS item
                        """)).orElseThrow().text("item");
    }

    /** One with its orders. */
    String one(String id) {
        Row row = setup.sql()
                .queryOne(Sql.of("""
                        SELECT ops.iso(now()) AS as_of, execution.plan_story(p)::text AS item
                        FROM execution.plans p WHERE plan_id = :id
                        """).with("id", id))
                .orElseThrow(() -> ApiException.notFound("plan_id", id));
        return Json.object(row.text("item")).put("as_of", row.text("as_of")).toString();
    }

    /** A person has seen what a plan left unsold. */
    String clear(String id, Write write) {
        write.admittedBy(setup.operator());
        CommandBody body = write.content("by");
        String plan = Ids.hash("plan_id", id);
        return Outcome.of(Json.object(setup.sql()
                .callOne(Sql.of("""
                        SELECT execution.clear_plan_once(:key, :hash, :plan, :reason, :by) AS outcome
                        """)
                        .with("key", write.key())
                        .with("hash", write.hash())
                        .with("plan", plan)
                        .with("reason", body.reason())
                        .with(
                                "by",
                                body.text(
                                        "by",
                                        CommandBody.PERSON,
                                        "the name of a person, 2 to 60 letters, spaces, dots and dashes")))
                .text("outcome")));
    }
}
