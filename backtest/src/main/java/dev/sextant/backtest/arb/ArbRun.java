package dev.sextant.backtest.arb;

import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookEvent;
import dev.sextant.recordings.book.BookFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** One run of {@code sextant arb}: lines as they are found, and what it all came to. */
public final class ArbRun implements ReplayLines {

    private final boolean json;
    private final Consumer<String> out;
    private final Consumer<String> problems;
    private final ArbTotals totals = new ArbTotals();

    private ArbRun(boolean json, Consumer<String> out, Consumer<String> problems) {
        this.json = json;
        this.out = out;
        this.problems = problems;
    }

    /**
     * Replays files.
     *
     * @param json whether lines and report are JSON
     * @param out takes the lines
     * @param problems takes what is said of lines that can't be used
     * @return the report: one line when it is JSON
     * @throws RecordingException when a file can't be read
     */
    public static List<String> run(
            List<BookFile> files, ArbSettings settings, boolean json, Consumer<String> out, Consumer<String> problems)
            throws RecordingException {
        ArbRun run = new ArbRun(json, out, problems);
        ReplaySummary summary = ArbReplay.run(files, settings, run);
        ReplayReport report = new ReplayReport(summary, run.totals);
        return json ? List.of(report.json().toString()) : report.lines();
    }

    @Override
    public void opportunity(Opportunity opportunity) {
        totals.take(opportunity);
        out.accept(json ? OpportunityJson.of(opportunity).toString() : text(opportunity));
    }

    private static String text(Opportunity opportunity) {
        Opportunity.CyclePlan plan = opportunity.plan();
        BigDecimal edge = BigDecimal.valueOf(plan.edgeBps()).setScale(2, RoundingMode.HALF_EVEN);
        String taken = opportunity
                .taken()
                .map(done -> ", taken: " + OpportunityJson.lower(done.outcome()) + ", realised "
                        + OpportunityJson.plain(done.realised()))
                .orElse("");
        return Instant.ofEpochMilli(opportunity.seenMs()) + "  " + plan.cycle() + "  " + edge + " bps of "
                + OpportunityJson.plain(plan.spend()) + " " + plan.asset() + ", "
                + OpportunityJson.plain(plan.profit()) + " for " + (opportunity.goneMs() - opportunity.seenMs()) + " ms"
                + taken;
    }

    @Override
    public void edge(BookEvent event, EdgeTrace.Edge edge) {
        out.accept(
                json
                        ? OpportunityJson.of(event, edge).toString()
                        : Instant.ofEpochMilli(event.timeMs()) + "  " + event.pair() + "  " + edge.cycle() + "  "
                                + edge.product());
    }

    @Override
    public void malformed(String file, long line, String reason) {
        problems.accept(file + " line " + line + ": " + reason);
    }
}
