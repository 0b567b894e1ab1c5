package dev.sextant.api.trading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.sextant.api.http.ApiException;
import dev.sextant.api.http.Json;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** One order with everything that happened to it. */
@Singleton
final class OrderStory {

    private final ApiSetup setup;
    private final SqlClient sql;

    OrderStory(ApiSetup setup) {
        this.setup = setup;
        this.sql = setup.sql();
    }

    /** The order with its trail and fills, the newest thousand of each; a row each, for a row holds 64 KB at most. */
    String of(String intentId) {
        List<Row> rows = sql.query(
                Sql.of("""
                SELECT part, item, ops.iso(ops.market_time()) AS as_of
                FROM (SELECT 'order' AS part, 0::bigint AS place, execution.public_json(o) AS item
                      FROM execution.orders o WHERE intent_id = :id
                          AND account IN (SELECT account FROM risk.accounts WHERE :account IN (account, follows))
                      UNION ALL
                      (SELECT 'trail', version, json_build_object('sequence', version, 'event', trigger, 'from', from_state,
                              'to', to_state, 'at', ops.iso(at), 'source', source, 'text', detail)
                       FROM execution.order_events WHERE intent_id = :id ORDER BY version DESC LIMIT 1000)
                      UNION ALL
                      (SELECT 'fill', row_number() OVER (ORDER BY filled_at, venue_trade_id), json_build_object(
                              'venue_trade_id', venue_trade_id, 'at', ops.iso(filled_at), 'price', ops.dec(price),
                              'qty', ops.dec(qty), 'fee', ops.dec(fee), 'fee_asset', fee_asset, 'maker', maker)
                       FROM execution.fills WHERE intent_id = :id ORDER BY 2 DESC LIMIT 1000)) parts
                ORDER BY part, place
                """).with("id", intentId).with("account", setup.account().name()));
        ObjectNode order = rows.stream()
                .filter(row -> row.text("part").equals("order"))
                .findFirst()
                .map(row -> Json.object(row.text("item")))
                .orElseThrow(() -> ApiException.notFound("intent_id", intentId));
        order.putRawValue("trail", array(rows, "trail"));
        order.putRawValue("fills", array(rows, "fill"));
        return order.put("as_of", rows.getFirst().text("as_of")).toString();
    }

    private static RawValue array(List<Row> rows, String part) {
        return new RawValue(rows.stream()
                .filter(row -> row.text("part").equals(part))
                .map(row -> row.text("item"))
                .collect(Collectors.joining(",", "[", "]")));
    }
}
