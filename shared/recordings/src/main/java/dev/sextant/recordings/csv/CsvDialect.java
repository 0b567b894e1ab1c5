package dev.sextant.recordings.csv;

import dev.sextant.recordings.input.Head;
import dev.sextant.recordings.row.Row;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One dialect of CSV.
 *
 * @param name as reports show it
 * @param columns those that must be there; of a dialect without header all, in order
 * @param optional how many columns more a dialect without header may have
 * @param firstLine what the first line of a dialect without header looks like, null for one with a header
 * @param timeColumns the time columns it may have, the best first
 * @param silenceMs silence worth counting
 * @param notes what the dialect can't show
 */
record CsvDialect(
        String name,
        List<String> columns,
        int optional,
        @Nullable Pattern firstLine,
        List<String> timeColumns,
        long silenceMs,
        List<String> notes,
        Predicate<Head> test,
        Reader reader) {

    /** Silence nobody waits for: of rows whose gaps are judged by their interval. */
    static final long NO_SILENCE = Long.MAX_VALUE;

    static final long HALF_AN_HOUR_MS = 30 * 60_000L;

    /** Reads the cells of one row; an {@link IllegalArgumentException} makes the row malformed. */
    @FunctionalInterface
    interface Reader {
        Row read(CsvRow row);
    }

    static CsvDialect headed(
            String name,
            List<String> columns,
            List<String> timeColumns,
            long silenceMs,
            Reader reader,
            String... notes) {
        return new CsvDialect(name, columns, 0, null, timeColumns, silenceMs, List.of(notes), head -> true, reader);
    }

    static CsvDialect bare(
            String name,
            String firstLine,
            List<String> columns,
            int optional,
            String timeColumn,
            long silenceMs,
            Reader reader,
            String... notes) {
        return new CsvDialect(
                name,
                columns,
                optional,
                Pattern.compile(firstLine),
                List.of(timeColumn),
                silenceMs,
                List.of(notes),
                head -> true,
                reader);
    }

    CsvDialect when(Predicate<Head> condition) {
        return new CsvDialect(name, columns, optional, firstLine, timeColumns, silenceMs, notes, condition, reader);
    }
}
