package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.local.desk.DeskData;
import dev.sextant.local.desk.DeskException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sextant drift}: what the desk decided beside what its code decides from the recorded trades. */
@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = "Compares what the desk decided with what the same code decides from the recorded trades.",
        footer = {
            "",
            "Without --day, the last days as the running desk measured them. With --day, that day,",
            "measured now if it was not before; the desk need not run. See docs/drift.md."
        })
final class DriftCommand implements Callable<Integer> {

    private static final int MOST_ROWS = 100;

    @Option(names = "--day", paramLabel = "YYYY-MM-DD", description = "a day (UTC) that is over")
    private @Nullable String day;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() {
        if (day == null) {
            JsonNode rows = new RunningDesk(DeskHome.state()).read("/api/v1/drift?limit=" + MOST_ROWS);
            print(rows);
            return Sextant.OK;
        }
        JsonNode rows = measured(date(day));
        print(rows);
        return DriftReport.calls(rows) ? Sextant.FAILED : Sextant.OK;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw UserError.usage("--day is '" + text + "', expected a day like 2026-11-21");
        }
    }

    private static JsonNode measured(LocalDate date) {
        // The database's start is of no interest here; what went wrong still is.
        System.setProperty("sextant.log.level", System.getProperty("sextant.log.level", "WARN"));
        try (DeskData data = DeskData.open(DeskHome.state())) {
            return DriftOfDay.of(data, date);
        } catch (DeskException e) {
            throw UserError.failed(String.valueOf(e.getMessage()));
        }
    }

    private void print(JsonNode rows) {
        if (json) {
            System.out.println(rows);
        } else {
            DriftReport.lines(rows, day).forEach(System.out::println);
        }
    }
}
