package dev.sextant.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.ingest.archive.FolderObjects;
import dev.sextant.ingest.archive.ObjectStoreException;
import dev.sextant.ingest.drift.DriftMeter;
import dev.sextant.local.desk.DeskData;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.telemetry.Metrics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** One day of drift: as it is stored, or measured and stored now. */
final class DriftOfDay {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DriftOfDay() {}

    static JsonNode of(DeskData data, LocalDate day) {
        SqlClient sql = data.sqlAs("ingest");
        long nowMs = sql.queryOne(Sql.of("select ops.ms(ops.market_time()) as now_ms"))
                .orElseThrow()
                .longValue("now_ms");
        LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(nowMs), ZoneOffset.UTC);
        if (!day.isBefore(today)) {
            throw UserError.usage("--day is " + day + ", expected a day that is over: on the desk's clock it is "
                    + Instant.ofEpochMilli(nowMs));
        }
        List<Row> rows = stored(sql, day);
        if (rows.isEmpty()) {
            measure(data, day, nowMs);
            rows = stored(sql, day);
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        rows.forEach(row -> items.add(tree(row.text("item"))));
        return answer.put("as_of", Instant.ofEpochMilli(nowMs).toString());
    }

    private static List<Row> stored(SqlClient sql, LocalDate day) {
        return sql.query(Sql.of("""
                        select analytics.drift_json(d)::text as item from analytics.drift d where day = :day::date
                        order by symbol, strategy_version limit 20""").with("day", day.toString()));
    }

    private static void measure(DeskData data, LocalDate day, long nowMs) {
        try {
            new DriftMeter(data.sqlAs("ingest"), new FolderObjects(data.archive()), Metrics.NONE).measure(day, nowMs);
        } catch (ObjectStoreException e) {
            throw UserError.failed("the archived trades of " + day + " can't be read: " + e.getMessage());
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("malformed JSON from the database", e);
        }
    }
}
