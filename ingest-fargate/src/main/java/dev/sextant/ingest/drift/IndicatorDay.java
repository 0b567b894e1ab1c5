package dev.sextant.ingest.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.domain.market.Symbol;
import dev.sextant.signals.factor.AsOf;
import dev.sextant.signals.score.DecisionJson;
import dev.sextant.signals.window.IndicatorEngine;
import dev.sextant.signals.window.IndicatorRow;
import dev.sextant.signals.window.IndicatorSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The indicator page of one symbol and day, computed again. */
final class IndicatorDay implements Compared {

    private static final String MARK_PRICE = "mark_price";

    private final Symbol symbol;
    private final WarmUp warmUp;
    private final Defects defects;
    private final Ahead<LiveDecision> rows;
    private final Tally tally = new Tally();
    private @Nullable IndicatorEngine engine;

    IndicatorDay(Symbol symbol, Day day, StoredDecisions stored, WarmUp warmUp, Defects defects) {
        this.symbol = symbol;
        this.warmUp = warmUp;
        this.defects = defects;
        this.rows = stored.indicators(symbol, day);
    }

    @Override
    public void onBucket(Bucket bucket, boolean comparable, AsOf readings) {
        onlyLive(rows.before(bucket.startMs()));
        if (engine == null) {
            engine = warmUp.engine(symbol, IndicatorSpec.STANDARD, StoredMarket.INDICATORS, bucket.startMs());
        }
        IndicatorRow row = engine.onBucket(bucket);
        List<LiveDecision> live = rows.before(bucket.endMs());
        if (live.isEmpty() && comparable) {
            onlyRecomputed(bucket);
        }
        live.forEach(stored -> compare(stored, row, readings));
    }

    private void compare(LiveDecision live, IndicatorRow row, AsOf readings) {
        Optional<IndicatorReading> mark = readings.latest(IndicatorType.FUNDING_RATE, row.atMs());
        ObjectNode recomputed = page(live.body(), row, mark);
        FieldDifference.first(live.body(), recomputed)
                .ifPresentOrElse(
                        first -> tally.add(
                                first.field().equals(MARK_PRICE)
                                        ? markDiffers(live, row, readings, mark, first)
                                        : VersionDay.rowDiffers(
                                                live.bucketStartMs(),
                                                first,
                                                defects,
                                                IndicatorSpec.STANDARD,
                                                row.atMs())),
                        tally::equal);
    }

    private static Difference markDiffers(
            LiveDecision live,
            IndicatorRow row,
            AsOf readings,
            Optional<IndicatorReading> mark,
            FieldDifference first) {
        Optional<IndicatorReading> before = mark.flatMap(
                newest -> readings.latestBefore(IndicatorType.FUNDING_RATE, newest.timestampMs() - 1, row.atMs()));
        boolean late = mark.isPresent()
                && FieldDifference.first(live.body(), page(live.body(), row, before))
                        .isEmpty();
        return Difference.of(
                live.bucketStartMs(),
                first,
                late ? Cause.LATE_INPUT : Cause.UNEXPLAINED,
                late ? mark.orElseThrow().id() + " came later" : "the same readings give another mark price");
    }

    /** The stored columns of a row; exact numbers are texts in the JSON and numbers in the table. */
    private static ObjectNode page(JsonNode columns, IndicatorRow row, Optional<IndicatorReading> mark) {
        ObjectNode all =
                DecisionJson.indicators(row).put("covered", row.coverage().windows());
        all.put(
                MARK_PRICE,
                mark.map(reading -> reading.values().get(MARK_PRICE)).orElse(null));
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> column : columns.properties()) {
            JsonNode value = all.path(column.getKey());
            page.set(
                    column.getKey(),
                    value.isTextual() ? DecimalNode.valueOf(new BigDecimal(value.textValue())) : value);
        }
        return page;
    }

    private void onlyLive(List<LiveDecision> live) {
        live.forEach(row -> tally.add(Difference.onlyLive(
                row.bucketStartMs(), Cause.MISSING_DATA, "the trades of this bucket are not stored")));
    }

    private void onlyRecomputed(Bucket bucket) {
        Optional<Defects.Defect> defect = defects.at(bucket).filter(Defects.Defect::missing);
        tally.add(Difference.onlyRecomputed(
                bucket.startMs(),
                defect.isPresent() ? Cause.MISSING_DATA : Cause.UNEXPLAINED,
                defect.map(Defects.Defect::told).orElse("the desk has no row for this bucket")));
    }

    @Override
    public void end() {
        onlyLive(rows.before(Long.MAX_VALUE));
    }

    @Override
    public Map<String, Tally> tallies() {
        return Map.of(StoredMarket.INDICATORS, tally);
    }
}
