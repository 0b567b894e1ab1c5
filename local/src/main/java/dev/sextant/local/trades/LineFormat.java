package dev.sextant.local.trades;

import dev.sextant.domain.market.Symbol;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The formats of a trade file, told apart by its first line. */
enum LineFormat {
    AGG_TRADES_CSV {
        @Override
        ParsedLine read(String line, Symbol symbol) {
            return CsvLine.read(line);
        }
    },
    CAPTURE {
        @Override
        ParsedLine read(String line, Symbol symbol) {
            int json = line.indexOf('{');
            // Text captures also hold lines of the recorder itself.
            return json < 0 ? new ParsedLine.Other() : FrameLine.read(line.substring(json), symbol);
        }
    };

    /** Some recorders write the address they listened to on the first line. */
    private static final Pattern CAPTURE_START = Pattern.compile("\\d+(\\.\\d+)?:? .*|wss?://.*");

    private static final Pattern CSV_START =
            Pattern.compile("(agg_?trade_?id|a|\\d+)\\s*,.*", Pattern.CASE_INSENSITIVE);

    /** One line of a file of this format. */
    abstract ParsedLine read(String line, Symbol symbol);

    /** The format a first line tells, or null. */
    static @Nullable LineFormat of(String firstLine) {
        if (CAPTURE_START.matcher(firstLine).matches()) {
            return CAPTURE;
        }
        return CSV_START.matcher(firstLine).matches() ? AGG_TRADES_CSV : null;
    }
}
