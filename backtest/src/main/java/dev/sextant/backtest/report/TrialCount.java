package dev.sextant.backtest.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.backtest.overfit.DeflatedSharpe;
import dev.sextant.backtest.overfit.SharpeRatio;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many different settings were ever tried on the same recording, as far as reports are kept. The best of many tries
 * is luck as well when they were made one after the other.
 */
public final class TrialCount {

    private TrialCount() {}

    /** Those on the recording of this report, its own among them; the same settings count once. */
    public static int on(JsonNode report, ReportFolder kept) {
        Set<String> tried = new HashSet<>();
        add(tried, report);
        kept.forEach(other -> {
            if (inputs(other).equals(inputs(report))) {
                add(tried, other);
            }
        });
        return tried.size();
    }

    /** The deflated Sharpe ratio of a sweep's report as if all these were tried in it; none where it has none. */
    public static Optional<DeflatedSharpe> deflated(JsonNode report, int tried) {
        JsonNode sharpe = report.path("judgement").path("sharpe");
        if (!report.path("judgement").has("deflated_sharpe")) {
            return Optional.empty();
        }
        SharpeRatio ratio = new SharpeRatio(
                sharpe.path("blocks").asInt(),
                sharpe.path("ratio").asDouble(),
                sharpe.path("skewness").asDouble(),
                sharpe.path("kurtosis").asDouble());
        return Optional.of(
                DeflatedSharpe.of(ratio, sharpe.path("variance_of_sets").asDouble(), tried));
    }

    private static List<String> inputs(JsonNode report) {
        return report.path("inputs").findValuesAsText("sha256");
    }

    private static void add(Set<String> tried, JsonNode report) {
        JsonNode plan = report.path("plan");
        if (!report.has("sets")) {
            tried.add(key(plan.path("settings"), plan.path("none")));
        }
        report.path("sets").forEach(set -> tried.add(key(plan.path("settings"), set.path("values"))));
    }

    private static String key(JsonNode settings, JsonNode values) {
        SortedMap<String, String> all = new TreeMap<>();
        settings.properties()
                .forEach(field -> all.put(field.getKey(), field.getValue().asText()));
        values.properties()
                .forEach(field -> all.put(field.getKey(), field.getValue().asText()));
        return all.toString();
    }
}
