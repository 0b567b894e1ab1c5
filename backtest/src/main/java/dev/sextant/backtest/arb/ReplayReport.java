package dev.sextant.backtest.arb;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a replay came to, as lines for people and as JSON. */
final class ReplayReport {

    private final ReplaySummary summary;
    private final ArbTotals totals;

    ReplayReport(ReplaySummary summary, ArbTotals totals) {
        this.summary = summary;
        this.totals = totals;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        BookCounts counts = summary.counts();
        json.put("markets", summary.markets());
        json.put("cycles", summary.cycles());
        json.put("span_ms", summary.spanMs());
        json.put("events", counts.events);
        json.put("snapshots", counts.snapshots);
        json.put("before_snapshot", counts.beforeSnapshot);
        json.put("malformed", counts.malformed);
        json.put("out_of_range", counts.outOfRange);
        json.put("checksums", counts.checksums);
        json.put("wrong_checksums", counts.wrongChecksums);
        json.put("crossed", counts.crossed);
        json.put("back_in_time", counts.backInTime);
        json.put("opportunities", totals.seen());
        ObjectNode missed = json.putObject("missed");
        summary.missed().forEach((why, count) -> missed.put(OpportunityJson.lower(why), count));
        ObjectNode decay = json.putObject("decay");
        totals.decay().forEach((ms, share) -> decay.put(ms.toString(), OpportunityJson.rounded(share)));
        ObjectNode outcomes = json.putObject("outcomes");
        totals.outcomes().forEach((outcome, count) -> outcomes.put(OpportunityJson.lower(outcome), count));
        amounts(json.putObject("expected"), totals.expected());
        amounts(json.putObject("realised"), totals.realised());
        return json;
    }

    private static void amounts(ObjectNode json, Map<String, BigDecimal> amounts) {
        amounts.forEach((asset, amount) -> json.put(asset, OpportunityJson.plain(amount)));
    }

    List<String> lines() {
        BookCounts counts = summary.counts();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d pairs, %d cycles from %s, %d messages about books in %.1f s",
                summary.markets(),
                summary.cycles(),
                String.join(", ", summary.starts()),
                counts.events,
                summary.spanMs() / 1000.0));
        lines.add(counts.checksums + " checksums, " + counts.wrongChecksums + " wrong; " + counts.crossed + " crossed, "
                + counts.malformed + " malformed, " + counts.outOfRange + " out of range, " + counts.beforeSnapshot
                + " before their snapshot, " + counts.backInTime + " back in time");
        summary.missed()
                .forEach((why, count) -> lines.add(
                        "best prices paid and it was none, " + count + " times: " + OpportunityJson.lower(why)));
        lines.addAll(totals(totals));
        return lines;
    }

    /** What the opportunities came to, for people. */
    static List<String> totals(ArbTotals totals) {
        List<String> lines = new ArrayList<>();
        lines.add(totals.seen() + " opportunities");
        if (totals.seen() > 0 && !totals.decay().isEmpty()) {
            lines.add("share of the edge that is left: " + decay(totals));
        }
        totals.realised()
                .forEach((asset, amount) ->
                        lines.add("taken: " + totals.outcomes().toString().toLowerCase(Locale.ROOT)
                                + ", expected "
                                + OpportunityJson.plain(totals.expected().getOrDefault(asset, BigDecimal.ZERO))
                                + " " + asset + ", realised " + OpportunityJson.plain(amount) + " " + asset));
        return lines;
    }

    private static String decay(ArbTotals totals) {
        List<String> shares = new ArrayList<>();
        totals.decay().forEach((ms, share) -> shares.add(String.format(Locale.ROOT, "%d ms %.0f%%", ms, share * 100)));
        return String.join(", ", shares);
    }
}
