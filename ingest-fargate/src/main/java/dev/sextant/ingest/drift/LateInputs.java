package dev.sextant.ingest.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.signals.factor.AsOf;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Readings of which the desk had not heard yet. They are found by what it says it looked at, and held away; only if the
 * decision is then the desk's own was it them.
 *
 * @param withheld the timestamp from which on readings of a type are held away
 */
record LateInputs(Map<IndicatorType, Long> withheld) {

    /** What may have been late, most likely first: the newest reading looked at, or all of them. */
    static List<LateInputs> candidates(JsonNode live, JsonNode recomputed) {
        return Stream.of(false, true)
                .map(all -> of(live.path("factors"), recomputed.path("factors"), all))
                .filter(late -> !late.withheld.isEmpty())
                .distinct()
                .toList();
    }

    private static LateInputs of(JsonNode live, JsonNode recomputed, boolean all) {
        Map<IndicatorType, Long> withheld = new EnumMap<>(IndicatorType.class);
        IntStream.range(0, Math.min(live.size(), recomputed.size())).forEach(i -> {
            JsonNode had = live.path(i).path("input_id");
            JsonNode has = recomputed.path(i).path("input_id");
            if (has.isTextual() && !has.equals(had)) {
                ReadingIds now = ReadingIds.parse(has.textValue());
                long fromMs = had.isTextual()
                        ? ReadingIds.parse(had.textValue()).lastMs() + 1
                        : all ? now.firstMs() : now.lastMs();
                withheld.merge(now.type(), fromMs, Math::min);
            }
        });
        return new LateInputs(withheld);
    }

    /** The readings without those held away. */
    AsOf outOf(AsOf all) {
        return new AsOf() {
            @Override
            public Optional<IndicatorReading> latest(IndicatorType type, long atMs) {
                return latestBefore(type, Long.MAX_VALUE, atMs);
            }

            @Override
            public Optional<IndicatorReading> latestBefore(IndicatorType type, long beforeMs, long atMs) {
                return all.latestBefore(type, Math.min(beforeMs, fromMs(type) - 1), atMs);
            }

            @Override
            public List<IndicatorReading> within(IndicatorType type, long fromMs, long toMs, long atMs) {
                long untilMs = Math.min(toMs, fromMs(type));
                return untilMs <= fromMs ? List.of() : all.within(type, fromMs, untilMs, atMs);
            }
        };
    }

    private long fromMs(IndicatorType type) {
        return withheld.getOrDefault(type, Long.MAX_VALUE);
    }

    String told() {
        Map<String, Long> sorted = new TreeMap<>();
        withheld.forEach((type, fromMs) -> sorted.put(type.wireName(), fromMs));
        return "without the readings from " + sorted + " on, which came later, it decides the same";
    }

    /** {@code BTCUSDT/funding_rate/1723161255000}, or two of them with two dots between. */
    private record ReadingIds(IndicatorType type, long firstMs, long lastMs) {

        static ReadingIds parse(String ids) {
            String[] ends = ids.split("\\.\\.", -1);
            String[] first = ends[0].split("/", -1);
            String[] last = ends[ends.length - 1].split("/", -1);
            return new ReadingIds(IndicatorType.of(first[1]), Long.parseLong(first[2]), Long.parseLong(last[2]));
        }
    }
}
