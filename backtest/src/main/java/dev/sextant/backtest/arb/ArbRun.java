package dev.sextant.backtest.arb;

import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookEvent;
import dev.sextant.recordings.book.BookFile;
import java.util.List;
import java.util.function.Consumer;

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
