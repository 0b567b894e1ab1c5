package dev.sextant.platform.market;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Indicator readings in {@code market.market_indicators}; a reading is written once. */
public final class SqlReadings {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SqlClient sql;

    public SqlReadings(SqlClient sql) {
        this.sql = sql;
    }

    public void save(IndicatorReading reading) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        reading.values().forEach((name, number) -> value.put(name, E8.printDecimal(number)));
        sql.callOne(Sql.of("""
                        select market.store_reading(:symbol, :type, ops.ts(:at), ops.ts(:known), :value::jsonb, :synthetic)
                            as added""")
                .with("symbol", reading.symbol().name())
                .with("type", reading.type().wireName())
                .with("at", reading.timestampMs())
                .with("known", reading.knownAtMs())
                .with("value", value.toString())
                .with("synthetic", reading.synthetic()));
    }

    /** Readings of a symbol known at or after {@code knownFromMs}, oldest first, at most 2,000: a cold start's memory. */
    public List<IndicatorReading> knownSince(Symbol symbol, long knownFromMs) {
        return sql.query(Sql.of("""
                        select indicator_type, ops.ms(at) as at_ms, ops.ms(known_at) as known_ms, value::text as value, synthetic
                        from (select * from market.market_indicators
                              where symbol = :symbol and known_at >= ops.ts(:from)
                              order by known_at desc limit 2000) latest
                        order by known_at, indicator_type, at""").with("symbol", symbol.name()).with("from", knownFromMs)).stream()
                .map(row -> reading(symbol, row))
                .toList();
    }

    /** All readings of a symbol that became known in {@code [fromMs, untilMs)}, in that order, read page by page. */
    public List<IndicatorReading> knownBetween(Symbol symbol, long fromMs, long untilMs) {
        List<IndicatorReading> readings = new ArrayList<>();
        List<IndicatorReading> page = page(symbol, fromMs, "", 0, untilMs);
        while (!page.isEmpty()) {
            readings.addAll(page);
            IndicatorReading last = page.getLast();
            page = page(symbol, last.knownAtMs(), last.type().wireName(), last.timestampMs(), untilMs);
        }
        return readings;
    }

    private List<IndicatorReading> page(Symbol symbol, long knownMs, String type, long atMs, long untilMs) {
        return sql
                .query(Sql.of("""
                        select indicator_type, ops.ms(at) as at_ms, ops.ms(known_at) as known_ms, value::text as value, synthetic
                        from market.market_indicators
                        where symbol = :symbol and known_at >= ops.ts(:known) and known_at < ops.ts(:until)
                          and (known_at, indicator_type, at) > (ops.ts(:known), :type::text, ops.ts(:at))
                        order by known_at, indicator_type, at limit 2000""")
                        .with("symbol", symbol.name())
                        .with("known", knownMs)
                        .with("type", type)
                        .with("at", atMs)
                        .with("until", untilMs))
                .stream()
                .map(row -> reading(symbol, row))
                .toList();
    }

    private static IndicatorReading reading(Symbol symbol, Row row) {
        Map<String, BigDecimal> values = new TreeMap<>();
        try {
            for (Map.Entry<String, JsonNode> field :
                    JSON.readTree(row.text("value")).properties()) {
                values.put(field.getKey(), new BigDecimal(field.getValue().textValue()));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored reading is not JSON: " + row.text("value"), e);
        }
        return new IndicatorReading(
                symbol,
                IndicatorType.of(row.text("indicator_type")),
                row.longValue("at_ms"),
                row.longValue("known_ms"),
                values,
                row.bool("synthetic"));
    }
}
