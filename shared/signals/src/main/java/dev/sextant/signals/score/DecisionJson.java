package dev.sextant.signals.score;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.money.E8;
import dev.sextant.signals.factor.FactorReading.Source;
import dev.sextant.signals.window.Coverage;
import dev.sextant.signals.window.IndicatorRow;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a decision, for storage and the API. Exact numbers (prices, quantities) are texts, doubles and counts are
 * numbers, times are epoch milliseconds. Equal decisions give equal bytes.
 */
public final class DecisionJson {

    private DecisionJson() {}

    /** The whole decision. Factors are told for its direction, for a long when the directions are tied. */
    public static ObjectNode of(Decision decision) {
        Direction direction = decision.direction();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("decision_id", decision.decisionId());
        json.put("strategy", decision.strategy().name());
        json.put("strategy_version", decision.strategy().strategyVersion());
        json.put("symbol", decision.symbol().name());
        json.put("bucket_start_ms", decision.bucketStartMs());
        json.put("decided_at_ms", decision.decidedAtMs());
        json.put("price", E8.print(decision.row().priceE8()));
        json.put("score", decision.score());
        json.put("threshold", decision.strategy().threshold());
        json.put("long_score", decision.longScore());
        json.put("short_score", decision.shortScore());
        json.put("direction", direction == null ? null : direction.name());
        ObjectNode gate = json.putObject("gate");
        gate.put("code", decision.gate().code());
        gate.put("text", decision.gate().text());
        gate.put("missing_points", decision.gate().missingPoints());
        Direction told = direction == null ? Direction.LONG : direction;
        var factors = json.putArray("factors");
        decision.terms().forEach(term -> factors.add(factor(term, told)));
        json.set("indicators", indicators(decision.row()));
        json.set("covered", covered(decision.row().coverage()));
        return json;
    }

    private static ObjectNode factor(FactorTerm term, Direction direction) {
        Source source = term.source();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", term.kind().wireName());
        json.put("category", term.kind().category().wireName());
        json.put("weight", term.weight());
        json.put("input", term.input());
        json.put("input_id", source == null ? null : source.id());
        json.put("input_age_ms", source == null ? null : (Long) source.ageMs());
        json.put("synthetic", source != null && source.synthetic());
        json.put("value", FactorTerm.share(term.micros(direction)));
        json.put("points", term.points(direction));
        json.put("missing", term.missing());
        return json;
    }

    /** The columns of the indicator page, as stored with every decision. */
    public static ObjectNode indicators(IndicatorRow row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("ts", row.atMs() / 1000);
        json.put("cvd_fast", E8.print(row.cvdFastE8()));
        json.put("cvd_mid", E8.print(row.cvdMidE8()));
        json.put("cvd_24h", E8.print(row.cvd24hE8()));
        json.put("cvd_day", E8.print(row.cvdDayE8()));
        json.put("cvd_fast_slope", exact(row.cvdFastSlopeE8()));
        json.put("cvd_accel", exact(row.cvdAccelE8()));
        json.put("vwap_30m", row.vwap());
        json.put("atr_5m", row.atr());
        json.put("atr_percentile", row.atrPercentile());
        json.put("p95_qty", exact(row.p95QtyE8()));
        json.put("p99_qty", exact(row.p99QtyE8()));
        json.put("buy_vol_1m", E8.print(row.buyVolE8()));
        json.put("sell_vol_1m", E8.print(row.sellVolE8()));
        json.put("fast_qty", E8.print(row.fastQtyE8()));
        json.put("mid_qty", E8.print(row.midQtyE8()));
        json.put("price", E8.print(row.priceE8()));
        return json;
    }

    private static ObjectNode covered(Coverage coverage) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("windows", coverage.windows());
        json.put("fast", coverage.windows() > 0);
        json.put("mid", coverage.windows() > 1);
        json.put("day", coverage.windows() > 2);
        json.put("atr", coverage.atr());
        json.put("unbroken_from_ms", coverage.unbrokenFromMs());
        return json;
    }

    private static @Nullable String exact(@Nullable Long valueE8) {
        return valueE8 == null ? null : E8.print(valueE8);
    }
}
