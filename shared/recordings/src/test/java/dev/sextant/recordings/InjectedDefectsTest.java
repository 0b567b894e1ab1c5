package dev.sextant.recordings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.recordings.check.LoadReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.LongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * A clean file with defects put into it gives exactly their counts. Each place of the file has one defect or none; the
 * rows kept are told by a slow twin that knows what was done.
 */
class InjectedDefectsTest {

    enum Defect {
        NONE,
        DUPLICATED,
        SWAPPED_WITH_NEXT,
        CUT,
        DROPPED
    }

    private static String trade(long id) {
        return id + ",100.5,2," + id + "," + id + "," + (1_700_000_000_000L + id * 10) + ",true";
    }

    private static String frame(long id) {
        long timeMs = 1_700_000_000_000L + id * 10;
        return timeMs + "000000 {\"stream\":\"abcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":" + timeMs
                + ",\"s\":\"ABCUSDT\",\"t\":" + id + ",\"p\":\"100.5\",\"q\":\"2\",\"T\":" + timeMs + ",\"m\":true}}";
    }

    private static String candle(long id) {
        return (1_700_000_000_000L + id * 60_000) + ",10,12,9,11,100";
    }

    @Provide
    Arbitrary<List<Defect>> defects() {
        return Arbitraries.frequency(
                        Tuple.of(12, Defect.NONE),
                        Tuple.of(1, Defect.DUPLICATED),
                        Tuple.of(1, Defect.SWAPPED_WITH_NEXT),
                        Tuple.of(1, Defect.CUT),
                        Tuple.of(1, Defect.DROPPED))
                .list()
                .ofMinSize(20)
                .ofMaxSize(200);
    }

    @Property(tries = 150)
    void tradesOfADump(@ForAll("defects") List<Defect> defects) throws Exception {
        check("", InjectedDefectsTest::trade, defects);
    }

    @Property(tries = 150)
    void framesOfAStream(@ForAll("defects") List<Defect> defects) throws Exception {
        check("", InjectedDefectsTest::frame, defects);
    }

    @Property(tries = 150)
    void candlesOfAMinute(@ForAll("defects") List<Defect> defects) throws Exception {
        check("timestamp_ms,open,high,low,close,volume\n", InjectedDefectsTest::candle, defects);
    }

    /** Three clean rows at each end keep the file's dialect and its ends known. */
    private static void check(String header, LongFunction<String> line, List<Defect> defects) throws Exception {
        Written written = new Written(line);
        written.clean(3);
        defects.forEach(written::put);
        written.clean(3);

        LoadReport report = read(header + String.join("\n", written.lines) + "\n");

        LoadReport.Counts counts = report.counts();
        assertEquals(written.lines.size(), counts.rows());
        assertEquals(written.duplicated, counts.duplicates(), "duplicates");
        assertEquals(written.swapped, counts.outOfOrder(), "out of order");
        assertEquals(written.cut, counts.malformed(), "malformed");
        assertEquals(written.missingRuns(), report.gaps().count(), "gaps");
        assertEquals(written.missing(), report.gaps().missing(), "missing");
    }

    private static LoadReport read(String text) throws IOException, RecordingException {
        Path file = Files.createTempFile("injected", ".txt");
        try {
            Files.writeString(file, text);
            return Recording.open(file).read(OptionalLong.empty(), _ -> true);
        } finally {
            Files.delete(file);
        }
    }

    /** The file as it is written, and what was done to it. */
    private static final class Written {
        private final LongFunction<String> line;
        private final List<String> lines = new ArrayList<>();
        private final TreeSet<Long> whole = new TreeSet<>();
        private long next = 1;
        private int duplicated;
        private int swapped;
        private int cut;

        Written(LongFunction<String> line) {
            this.line = line;
        }

        void clean(int rows) {
            for (int i = 0; i < rows; i++) {
                put(Defect.NONE);
            }
        }

        void put(Defect defect) {
            switch (defect) {
                case NONE -> write(next++);
                case DUPLICATED -> {
                    write(next);
                    write(next++);
                    duplicated++;
                }
                case SWAPPED_WITH_NEXT -> {
                    write(next + 1);
                    write(next);
                    next += 2;
                    swapped++;
                }
                case CUT -> {
                    String all = line.apply(next++);
                    lines.add(all.substring(0, 3 * all.length() / 5));
                    cut++;
                }
                case DROPPED -> next++;
            }
        }

        private void write(long id) {
            lines.add(line.apply(id));
            whole.add(id);
        }

        long missing() {
            return whole.last() - whole.first() + 1 - whole.size();
        }

        long missingRuns() {
            return whole.stream()
                    .filter(id -> !id.equals(whole.first()) && !whole.contains(id - 1))
                    .count();
        }
    }
}
