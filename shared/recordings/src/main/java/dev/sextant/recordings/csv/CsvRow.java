package dev.sextant.recordings.csv;

import dev.sextant.recordings.row.Numbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The cells of one line by the names of their columns. */
record CsvRow(CsvFile file, String line, List<String> cells) {

    boolean has(String column) {
        return file.columns().containsKey(column);
    }

    String text(String column) {
        Integer index = file.columns().get(column);
        if (index == null || index >= cells.size()) {
            throw new IllegalArgumentException(column + " is absent, expected a column of that name");
        }
        return cells.get(index).strip();
    }

    BigDecimal decimal(String column) {
        return Numbers.decimal(column, text(column));
    }

    /** Absent when the cell is empty or says that there is none. */
    Optional<BigDecimal> optional(String column) {
        return switch (text(column).toLowerCase(Locale.ROOT)) {
            case "", "none", "nan", "null" -> Optional.empty();
            default -> Optional.of(decimal(column));
        };
    }

    long e8(String column) {
        return Numbers.e8(column, text(column));
    }

    long whole(String column) {
        return Numbers.whole(column, text(column));
    }

    boolean flag(String column) {
        return Numbers.flag(column, text(column));
    }

    /** The row's time by the file's time column. */
    long timeMs() {
        return timeMs(file.timeColumn());
    }

    /** A time of another column that is written the same way. */
    long timeMs(String column) {
        try {
            return file.timeFormat().parse(text(column));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(column + " is " + e.getMessage(), e);
        }
    }

    /** The symbol of the row where there is such a column, else of the file. */
    String symbol(String column) {
        return has(column) ? text(column) : file.symbol();
    }
}
