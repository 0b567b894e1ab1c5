package dev.sextant.recordings.csv;

import dev.sextant.recordings.row.RecordParser;
import dev.sextant.recordings.row.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a CSV file of a known dialect. */
final class CsvParser implements RecordParser {

    private final CsvDialect dialect;
    private final CsvFile file;
    private final @Nullable String header;

    CsvParser(CsvDialect dialect, CsvFile file, @Nullable String header) {
        this.dialect = dialect;
        this.file = file;
        this.header = header;
    }

    @Override
    public Row parse(String line) {
        if (line.isBlank()) {
            return new Row.Aside(Row.Apart.BLANK);
        }
        if (line.startsWith("#")) {
            return new Row.Aside(Row.Apart.COMMENT);
        }
        if (line.equals(header)) {
            return new Row.Aside(Row.Apart.HEADER);
        }
        List<String> cells = Arrays.asList(line.split(",", -1));
        int least = header == null ? dialect.columns().size() : file.columns().size();
        int most = header == null ? least + dialect.optional() : Math.max(least, cellsIn(header));
        if (cells.size() < least || cells.size() > most) {
            return new Row.Malformed("has " + cells.size() + " columns, expected "
                    + (header == null ? String.join(",", dialect.columns()) : header));
        }
        try {
            return dialect.reader().read(new CsvRow(file, line, cells));
        } catch (IllegalArgumentException e) {
            return new Row.Malformed(String.valueOf(e.getMessage()));
        }
    }

    private static int cellsIn(String header) {
        return (int) header.chars().filter(c -> c == ',').count() + 1;
    }

    @Override
    public String timeBasis() {
        return file.timeColumn() + " (" + file.timeFormat().unit() + ")";
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(dialect.notes());
        boolean named =
                !file.symbol().isEmpty() && file.columns().keySet().stream().noneMatch(CsvParser::namesTheInstrument);
        if (named) {
            notes.add("the symbol comes from the file's name");
        }
        return notes;
    }

    private static boolean namesTheInstrument(String column) {
        return switch (column) {
            case "symbol", "Symbol", "coin", "pair" -> true;
            default -> false;
        };
    }

    @Override
    public long silenceMs() {
        return dialect.silenceMs();
    }
}
