package dev.sextant.api.decision;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.api.http.ApiException;
import dev.sextant.api.http.Json;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;

/** One decision with everything it rested on and everything that came of it. */
@Singleton
final class Explanations {

    private final ApiSetup setup;
    private final SqlClient sql;

    Explanations(ApiSetup setup) {
        this.setup = setup;
        this.sql = setup.sql();
    }

    /** The readings are those the factors name, as stored: what was known then, not what is known now. */
    String of(String decisionId) {
        Row row = sql.queryOne(Sql.of("""
                SELECT ops.iso(ops.market_time()) AS as_of, json_build_object(
                    'decision', strategy.public_json(d),
                    'bucket', (SELECT json_build_object('start_at', ops.iso(b.bucket_start), 'first_agg_id', b.first_agg_id,
                            'last_agg_id', b.last_agg_id, 'trades', b.trades, 'complete', b.complete,
                            'closed_by', b.closed_by, 'content_hash', b.content_hash)
                        FROM market.buckets b WHERE b.symbol = d.symbol AND b.bucket_start = d.bucket_start),
                    'readings', (SELECT coalesce(json_agg(json_build_object('factor', f->>'name', 'input_id', f->>'input_id',
                            'observed_at', ops.iso(i.at), 'known_at', ops.iso(i.known_at), 'age_ms', f->'input_age_ms',
                            'value', i.value, 'synthetic', i.synthetic) ORDER BY place), '[]')
                        FROM jsonb_array_elements(d.body->'factors') WITH ORDINALITY AS listed(f, place)
                        JOIN market.market_indicators i ON i.symbol = split_part(f->>'input_id', '/', 1)
                            AND i.indicator_type = split_part(f->>'input_id', '/', 2)
                            AND i.at = ops.ts(substring(f->>'input_id' from '/([0-9]{1,18})$')::bigint)),
                    'signal', (SELECT strategy.public_json(g) FROM strategy.signals g
                        WHERE g.decision_id = d.decision_id AND g.account = :account),
                    'orders', (SELECT coalesce(json_agg(execution.public_json(o) ORDER BY o.ordinal), '[]')
                        FROM (SELECT * FROM execution.orders o WHERE o.decision_id = d.decision_id AND o.account = :account
                              ORDER BY o.ordinal LIMIT 20) o),
                    'trade', (SELECT json_build_object('trade_id', t.trade_id, 'status', t.status, 'opened_at',
                            ops.iso(t.opened_at), 'closed_at', ops.iso(t.closed_at), 'pnl', ops.dec(t.pnl), 'pnl_r', ops.dec(t.pnl_r))
                        FROM execution.trades t WHERE t.decision_id = d.decision_id AND t.account = :account
                        ORDER BY t.opened_at LIMIT 1)) AS item
                FROM strategy.decisions d WHERE decision_id = :id
                """)
                        .with("id", decisionId)
                        .with("account", setup.account().name()))
                .orElseThrow(() -> ApiException.notFound("decision_id", decisionId));
        ObjectNode explanation = Json.object(row.text("item"));
        ArrayNode text = explanation.putArray("text");
        new DecisionInWords(explanation).sentences().forEach(text::add);
        return explanation.put("as_of", row.text("as_of")).toString();
    }
}
