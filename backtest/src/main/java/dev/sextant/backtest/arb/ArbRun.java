package dev.sextant.backtest.arb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookEvent;
import dev.sextant.recordings.book.BookFile;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** One run of {@code sextant arb}: lines as they are found, and what it all came to. */
public final class ArbRun implements ReplayLines {

    private final OpportunityLines lines;
    private final Consumer<String> problems;

    private ArbRun(OpportunityLines lines, Consumer<String> problems) {
        this.lines = lines;
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
        OpportunityLines lines = new OpportunityLines(json, out);
        ReplaySummary summary = ArbReplay.run(files, settings, new ArbRun(lines, problems));
        ReplayReport report = new ReplayReport(summary, lines.totals());
        return json ? List.of(report.json().toString()) : report.lines();
    }

    /**
     * Replays files and keeps what is found, up to so many opportunities.
     *
     * @param pairs those of these files
     * @param goOn is told now and then how far time has come; false ends it
     * @return {@code report} as {@code sextant arb} has it, {@code opportunities}, {@code left_out}
     * @throws CancellationException when it was ended
     */
    public static ObjectNode collect(
            List<BookFile> files, RecordedPairs pairs, ArbSettings settings, int most, LongPredicate goOn)
            throws RecordingException {
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        ArrayNode opportunities = found.putArray("opportunities");
        ArbTotals totals = new ArbTotals();
        ReplaySummary summary = SideBySide.alone(files, pairs, settings, goOn, told -> {
            totals.take(told);
            if (opportunities.size() < most) {
                opportunities.add(OpportunityJson.of(told));
            }
        });
        found.put("left_out", totals.seen() - opportunities.size());
        found.set("report", new ReplayReport(summary, totals).json());
        return found;
    }

    @Override
    public void opportunity(Told told) {
        lines.opportunity(told);
    }

    @Override
    public void edge(BookEvent event, EdgeTrace.Edge edge) {
        lines.edge(event, edge);
    }

    @Override
    public void malformed(String file, long line, String reason) {
        problems.accept(file + " line " + line + ": " + reason);
    }
}
