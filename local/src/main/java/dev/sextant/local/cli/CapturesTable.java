package dev.sextant.local.cli;

import dev.sextant.domain.time.IsoTime;
import dev.sextant.recordings.check.LoadReport;
import dev.sextant.recordings.event.RecordedEvent;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The reports of {@code captures check} as a table, each file when it is read, with its findings below it. */
final class CapturesTable {

    private final PrintStream out;
    private final boolean details;
    private final int width;
    private int files;
    private long rows;
    private long kept;
    private long duplicates;
    private long malformed;
    private long late;

    CapturesTable(PrintStream out, List<Path> files, boolean details) {
        this.out = out;
        this.details = details;
        this.width = files.stream().mapToInt(file -> name(file).length()).max().orElse(4);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    void add(Path file, LoadReport report) {
        if (files++ == 0) {
            row("file", "format", "rows", "kept", "duplicate", "malformed", "late", "gaps", "from");
        }
        LoadReport.Counts counts = report.counts();
        LoadReport.Gaps gaps = report.gaps();
        row(
                name(file),
                report.format(),
                Long.toString(counts.rows()),
                Long.toString(counts.kept()),
                Long.toString(counts.duplicates()),
                Long.toString(counts.malformed()),
                Long.toString(counts.outOfOrder()),
                gaps.judged() ? Long.toString(gaps.count()) : "can't tell",
                span(report.clock()));
        rows += counts.rows();
        kept += counts.kept();
        duplicates += counts.duplicates();
        malformed += counts.malformed();
        late += counts.outOfOrder();
        findings(report);
        if (details) {
            details(report);
        }
    }

    private void row(String file, Object... cells) {
        out.print(file + " ".repeat(Math.max(0, width - file.length())));
        out.printf(Locale.ROOT, "  %-33s %10s %10s %9s %9s %9s %12s  %s%n", cells);
    }

    private static String span(LoadReport.Clock clock) {
        return clock.firstMs() == RecordedEvent.NO_TIME
                ? "no time"
                : IsoTime.print(clock.firstMs()) + " to " + IsoTime.print(clock.lastMs());
    }

    private void findings(LoadReport report) {
        String unit = report.format().endsWith("-json") ? "element " : "line ";
        report.faults().forEach(fault -> say(unit + fault.number() + ": " + fault.reason()));
        if (report.counts().malformed() > report.faults().size()) {
            say("… and " + (report.counts().malformed() - report.faults().size()) + " more malformed");
        }
        LoadReport.Counts counts = report.counts();
        if (counts.outOfOrder() > 0) {
            say(counts.outOfOrder() + " late, by up to " + counts.largestStepBack()
                    + (counts.stepBackInMs() ? " ms" : " ids"));
        }
        gaps(report);
        clock(report.clock());
    }

    private void gaps(LoadReport report) {
        LoadReport.Gaps gaps = report.gaps();
        if (gaps.longestAt() != null) {
            String missing = report.intervalMs().isPresent()
                    ? " intervals of " + seconds(report.intervalMs().getAsLong())
                    : " ids";
            say("gaps: " + gaps.missing() + missing + " missing, the longest " + gaps.longest() + " from "
                    + gaps.longestAt());
        }
        if (gaps.breaks() > 0) {
            say(gaps.breaks() + " book updates don't follow the one before: an unknown number is missing");
        }
    }

    private void clock(LoadReport.Clock clock) {
        if (clock.stepsBack() > 0) {
            say("the file's time steps back " + clock.stepsBack() + " times, by up to "
                    + seconds(clock.largestStepBackMs()));
        }
        LoadReport.Silence silence = clock.silence();
        if (silence.count() > 0) {
            say("silent " + silence.count() + " times for more than " + seconds(silence.thresholdMs())
                    + ", the longest " + seconds(silence.longestMs()) + " from "
                    + IsoTime.print(silence.longestFromMs()));
        }
    }

    private void details(LoadReport report) {
        say("time: " + report.timeBasis());
        say("events: " + report.kinds());
        say("rows by channel: " + report.channels());
        say("apart: " + report.apart());
        report.notes().forEach(note -> say("note: " + note));
    }

    private void say(String finding) {
        out.println("    " + finding);
    }

    private static String seconds(long ms) {
        return BigDecimal.valueOf(ms, 3).stripTrailingZeros().toPlainString() + " s";
    }

    /** The sum of all files. */
    void total() {
        if (files > 0) {
            out.println(files + (files == 1 ? " file: " : " files: ") + rows + " rows = " + kept + " kept + "
                    + duplicates + " duplicate + " + malformed + " malformed + " + late + " late");
        }
    }
}
