package dev.sextant.api.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** An explained decision as a few plain sentences: what was seen, what stopped it, where points were lost, what came of it. */
final class DecisionInWords {

    private static final int WORST = 3;
    private static final BigDecimal WORTH_NAMING = new BigDecimal("0.5");

    private final JsonNode whole;
    private final JsonNode decision;

    DecisionInWords(JsonNode explanation) {
        this.whole = explanation;
        this.decision = explanation.path("decision");
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(seen());
        sentences.add(verdict());
        lost(sentences);
        madeUp(sentences);
        consequence(sentences);
        return sentences;
    }

    private String seen() {
        JsonNode bucket = whole.path("bucket");
        String trades = bucket.isObject()
                ? counted(bucket.path("trades").asLong()) + ", "
                        + (bucket.path("complete").asBoolean() ? "complete" : "NOT complete")
                : "no trades of it are stored";
        return text(decision, "strategy") + " looked at " + text(decision, "symbol") + " when the 15 s from "
                + text(decision, "bucket_start") + " were over (" + trades + "), at a price of "
                + text(decision, "price") + ".";
    }

    private String verdict() {
        String both = "long " + text(decision, "long_score") + ", short " + text(decision, "short_score");
        String scores = decision.path("direction").isTextual()
                ? text(decision, "direction") + " scored " + text(decision, "score") + " (" + both + ")"
                : "No side was ahead (" + both + ")";
        JsonNode gate = decision.path("gate");
        return decision.path("taken").asBoolean()
                ? scores + " and it was taken: " + text(gate, "text") + "."
                : scores + " and it was not taken: " + text(gate, "text") + ".";
    }

    private void lost(List<String> sentences) {
        List<JsonNode> worst = StreamSupport.stream(decision.path("factors").spliterator(), false)
                .filter(factor -> lostIn(factor).compareTo(WORTH_NAMING) >= 0)
                .sorted(Comparator.comparing(DecisionInWords::lostIn).reversed())
                .limit(WORST)
                .toList();
        if (!worst.isEmpty()) {
            sentences.add("Most points were lost in "
                    + worst.stream().map(DecisionInWords::loss).collect(Collectors.joining("; ")) + ".");
        }
    }

    private static String loss(JsonNode factor) {
        JsonNode age = factor.path("input_age_ms");
        String old = age.isNumber() && age.asLong() > 0 ? ", " + age.asLong() / 1_000 + " s old" : "";
        return text(factor, "name") + " (" + rounded(factor, "points") + " of " + text(factor, "weight") + ": "
                + text(factor, "input") + old + ")";
    }

    private static BigDecimal lostIn(JsonNode factor) {
        return factor.path("weight")
                .decimalValue()
                .subtract(factor.path("points").decimalValue());
    }

    private void madeUp(List<String> sentences) {
        String names = StreamSupport.stream(decision.path("factors").spliterator(), false)
                .filter(factor -> factor.path("synthetic").asBoolean())
                .map(factor -> text(factor, "name"))
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            sentences.add("Made up, not measured: " + names + ".");
        }
    }

    private void consequence(List<String> sentences) {
        JsonNode signal = whole.path("signal");
        if (!signal.isObject()) {
            return;
        }
        JsonNode entry = whole.path("orders").path(0);
        String order = entry.isObject()
                ? "; its entry order is " + text(entry, "state")
                        + (entry.path("reason").isTextual() ? " (" + text(entry, "reason") + ")" : "")
                : "";
        sentences.add("The signal is " + text(signal, "outcome") + order + ".");
        JsonNode trade = whole.path("trade");
        if (trade.isObject()) {
            sentences.add(
                    trade.path("closed_at").isTextual()
                            ? "The trade ended at " + text(trade, "closed_at") + " as " + text(trade, "status")
                                    + " with " + text(trade, "pnl") + " (" + text(trade, "pnl_r") + " R) after fees."
                            : "The trade is open since " + text(trade, "opened_at") + ".");
        }
    }

    private static String counted(long trades) {
        return trades == 1 ? "1 trade" : trades + " trades";
    }

    private static String rounded(JsonNode node, String field) {
        return node.path(field).decimalValue().setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNull() || value.isMissingNode() ? "unknown" : value.asText();
    }
}
