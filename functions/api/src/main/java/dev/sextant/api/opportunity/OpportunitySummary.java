package dev.sextant.api.opportunity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.api.http.Json;
import dev.sextant.api.http.TimeSpan;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;

/**
 * What the newest opportunities of a span come to, five thousand at most, and how the watch is. Those of a made-up market
 * and of a real one are never mixed: the newest one says which. The decay is of those that nothing took: the desk's own
 * orders eat the edge of the others. How late the desk itself comes is measured by the plans decided in the span: from the
 * decision to the claim of the first leg, after which its order leaves, and to its first fill.
 */
@Singleton
final class OpportunitySummary {

    private final SqlClient sql;

    OpportunitySummary(ApiSetup setup) {
        this.sql = setup.sql();
    }

    String of(TimeSpan span, Lateness late) {
        Row row = sql.queryOne(Sql.of("""
                WITH span AS (
                    SELECT coalesce(:from::timestamptz, '-infinity') AS from_at, coalesce(:to::timestamptz, 'infinity') AS to_at),
                kind AS (
                    SELECT o.synthetic FROM strategy.opportunities o, span
                    WHERE o.seen_at >= from_at AND o.seen_at < to_at ORDER BY o.seen_at DESC LIMIT 1),
                sample AS (
                    SELECT o.seen_at, o.gone_at, o.ending, o.cycle, o.decay, o.not_taken, o.plan_id
                    FROM strategy.opportunities o, span, kind
                    WHERE o.seen_at >= from_at AND o.seen_at < to_at AND o.synthetic = kind.synthetic
                    ORDER BY o.seen_at DESC LIMIT 5000),
                plans AS (
                    SELECT p.plan_id, p.decided_at
                    FROM execution.plans p JOIN strategy.opportunities o USING (opportunity_id), span, kind
                    WHERE p.decided_at >= from_at AND p.decided_at < to_at AND o.synthetic = kind.synthetic
                    ORDER BY p.created_at DESC LIMIT 5000),
                first_legs AS (
                    SELECT CASE WHEN o.claimed_at IS NOT NULL THEN greatest(0, ops.ms(o.claimed_at) - ops.ms(p.decided_at)) END AS claimed_ms,
                           CASE WHEN o.first_fill_at IS NOT NULL THEN greatest(0, ops.ms(o.first_fill_at) - ops.ms(p.decided_at)) END AS filled_ms
                    FROM plans p JOIN execution.orders o ON o.trade_id = p.plan_id AND o.purpose = 'FIRST_LEG'),
                curve AS (
                    SELECT d.key::int AS offset_ms, avg(d.value::numeric) AS mean_share, count(*) AS followed,
                           count(*) FILTER (WHERE d.value::numeric > 0) AS profitable
                    FROM sample, jsonb_each_text(sample.decay) d WHERE sample.plan_id IS NULL GROUP BY 1)
                SELECT json_build_object(
                    'opportunities', (SELECT count(*) FROM sample),
                    'live', (SELECT count(*) FROM sample WHERE gone_at IS NULL),
                    'taken', (SELECT count(*) FROM sample WHERE plan_id IS NOT NULL),
                    'synthetic', (SELECT synthetic FROM kind),
                    'first_seen_at', (SELECT ops.iso(min(seen_at)) FROM sample),
                    'last_seen_at', (SELECT ops.iso(max(seen_at)) FROM sample),
                    'endings', (SELECT coalesce(json_object_agg(ending, n ORDER BY ending), '{}')
                                FROM (SELECT ending, count(*) AS n FROM sample WHERE ending IS NOT NULL GROUP BY 1) e),
                    'not_taken', (SELECT coalesce(json_agg(json_build_object('reason', not_taken, 'opportunities', n) ORDER BY n DESC, not_taken), '[]')
                                  FROM (SELECT not_taken, count(*) AS n FROM sample WHERE not_taken IS NOT NULL
                                        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20) r),
                    'cycles', (SELECT coalesce(json_agg(json_build_object('cycle', cycle, 'opportunities', n) ORDER BY n DESC, cycle), '[]')
                               FROM (SELECT cycle, count(*) AS n FROM sample GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20) c),
                    'lasted_ms', (SELECT json_build_object('median', percentile_disc(0.5) WITHIN GROUP (ORDER BY ms),
                                      'p90', percentile_disc(0.9) WITHIN GROUP (ORDER BY ms), 'longest', max(ms))
                                  FROM (SELECT ops.ms(gone_at) - ops.ms(seen_at) AS ms FROM sample
                                        WHERE gone_at IS NOT NULL AND ending NOT IN ('interrupted', 'watch_ended')) l),
                    'decay', (SELECT coalesce(json_agg(json_build_object('offset_ms', offset_ms,
                                  'mean_share', round(mean_share, 4), 'opportunities', followed, 'profitable', profitable)
                                  ORDER BY offset_ms), '[]') FROM curve),
                    'measured', (SELECT json_build_object(
                        'claimed_ms', json_build_object('median', percentile_disc(0.5) WITHIN GROUP (ORDER BY claimed_ms),
                            'p90', percentile_disc(0.9) WITHIN GROUP (ORDER BY claimed_ms), 'plans', count(claimed_ms)),
                        'filled_ms', json_build_object('median', percentile_disc(0.5) WITHIN GROUP (ORDER BY filled_ms),
                            'p90', percentile_disc(0.9) WITHIN GROUP (ORDER BY filled_ms), 'plans', count(filled_ms)))
                                 FROM first_legs),
                    'watch', (SELECT status || jsonb_build_object('as_of', ops.iso(as_of))
                              FROM ops.component_status WHERE component = 'kraken' AND as_of > now() - interval '1 minute'),
                    'as_of', ops.iso(now())) AS item
                """).with("from", span.from()).with("to", span.to()))
                .orElseThrow();
        ObjectNode summary = Json.object(row.text("item"));
        Integer latencyMs = late.in(summary.at("/measured/filled_ms"));
        summary.set("capture", latencyMs == null ? null : Capture.at(summary.path("decay"), latencyMs));
        return summary.toString();
    }
}
