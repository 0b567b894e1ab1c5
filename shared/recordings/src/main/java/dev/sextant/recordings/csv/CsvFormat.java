package dev.sextant.recordings.csv;

import dev.sextant.recordings.input.Head;
import dev.sextant.recordings.input.Records;
import dev.sextant.recordings.row.RecordParser;
import dev.sextant.recordings.row.RecordingFormat;
import dev.sextant.recordings.row.TimeFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recordings as comma-separated values: told apart by their header, or by the look of their first line. */
public final class CsvFormat implements RecordingFormat {

    private final CsvDialect dialect;

    private CsvFormat(CsvDialect dialect) {
        this.dialect = dialect;
    }

    /** All dialects, in the order they are to be tried. */
    public static List<RecordingFormat> all() {
        return Stream.of(
                        BinanceCsv.dialects().stream(),
                        IndicatorCsv.dialects().stream(),
                        LiquidationCsv.dialects().stream(),
                        FundingCsv.dialects().stream(),
                        CandleCsv.dialects().stream(),
                        TradeCsv.dialects().stream())
                .flatMap(dialects -> dialects)
                .<RecordingFormat>map(CsvFormat::new)
                .toList();
    }

    @Override
    public String name() {
        return dialect.name();
    }

    @Override
    public Records records() {
        return new Records.Lines();
    }

    @Override
    public @Nullable RecordParser recognise(Head head) {
        List<String> lines = head.lines();
        if (lines.isEmpty() || !dialect.test().test(head)) {
            return null;
        }
        return dialect.firstLine() == null ? headed(head, lines) : bare(head, lines, dialect.firstLine());
    }

    private @Nullable RecordParser headed(Head head, List<String> lines) {
        Map<String, Integer> columns = columns(List.of(lines.getFirst().split(",", -1)));
        String time = dialect.timeColumns().stream()
                .filter(columns::containsKey)
                .findFirst()
                .orElse(null);
        if (time == null || !columns.keySet().containsAll(dialect.columns())) {
            return null;
        }
        return parser(head, lines.getFirst(), columns, time, lines.subList(1, lines.size()));
    }

    private @Nullable RecordParser bare(Head head, List<String> lines, Pattern firstLine) {
        if (!firstLine.matcher(lines.getFirst()).matches()) {
            return null;
        }
        return parser(
                head, null, columns(dialect.columns()), dialect.timeColumns().getFirst(), lines);
    }

    /** The unit of the time column is told by the first row that has one. */
    private @Nullable RecordParser parser(
            Head head, @Nullable String header, Map<String, Integer> columns, String time, List<String> rows) {
        int index = columns.getOrDefault(time, 0);
        TimeFormat format = rows.stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells.length > index)
                .map(cells -> timeFormat(cells[index].strip()))
                .filter(found -> found != null)
                .findFirst()
                .orElse(rows.isEmpty() ? TimeFormat.MILLISECONDS : null);
        if (format == null) {
            return null;
        }
        CsvFile file = new CsvFile(columns, time, format, head.symbol(), head.innerName());
        return new CsvParser(dialect, file, header);
    }

    private static @Nullable TimeFormat timeFormat(String cell) {
        return TimeFormat.of(cell);
    }

    private static Map<String, Integer> columns(List<String> names) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(names.get(i).strip(), i);
        }
        return Map.copyOf(columns);
    }
}
