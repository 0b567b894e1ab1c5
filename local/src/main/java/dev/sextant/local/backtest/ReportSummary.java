package dev.sextant.local.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A report as a line of the list. */
final class ReportSummary {

    private ReportSummary() {}

    static ObjectNode of(JsonNode report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("report_id", report.path("id"));
        json.set("kind", report.path("kind"));
        json.put("files", String.join(", ", report.path("inputs").findValuesAsText("name")));
        boolean sweep = report.has("folds");
        json.put("trials", report.path("trials").asInt(1));
        json.put("verdict", sweep ? report.path("judgement").path("verdict").asText() : null);
        JsonNode fold = report.path("folds").path(report.path("folds").size() - 1);
        JsonNode best = fold.path("ranking").path(0);
        json.put(
                "best",
                sweep
                        ? values(report.path("sets")
                                .path(best.path("set").asInt())
                                .path("values"))
                        : null);
        json.put("asset", report.path("plan").path("settings").path("start").asText());
        json.put("train", sweep ? best.path("train").path("realised").asText() : null);
        json.put("test", sweep ? best.path("test").path("realised").asText() : null);
        json.put(
                "opportunities",
                sweep ? null : report.path("report").path("opportunities").asText());
        return json;
    }

    private static String values(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.properties()
                .forEach(value ->
                        texts.add(value.getKey() + "=" + value.getValue().asText()));
        return String.join(" ", texts);
    }
}
