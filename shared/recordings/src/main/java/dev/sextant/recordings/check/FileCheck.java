package dev.sextant.recordings.check;

import dev.sextant.recordings.event.EventKind;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.RecordParser;
import dev.sextant.recordings.row.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Judges the rows of one file in their order and gives the kept ones' events to a sink, until it has enough. */
public final class FileCheck {

    /** What became of one record. */
    public enum Verdict {
        APART,
        KEPT,
        DUPLICATE,
        MALFORMED,
        OUT_OF_ORDER
    }

    private static final int MOST_STREAMS = 100_000;
    private static final int MOST_CHANNELS = 10_000;

    private final OptionalLong intervalMs;
    private final FileClock clock;
    private final Predicate<RecordedEvent> sink;
    private final SeenRows seen = new SeenRows();
    private final Map<String, Stream> streams = new LinkedHashMap<>();
    private final Map<Row.Apart, Long> apart = new EnumMap<>(Row.Apart.class);
    private final Map<String, Long> channels = new LinkedHashMap<>();
    private final Map<EventKind, Long> kinds = new EnumMap<>(EventKind.class);
    private final List<LoadReport.Fault> faults = new ArrayList<>();
    private long malformed;
    private long rows;
    private boolean wantsMore = true;

    private static final class Stream {
        final StreamCheck check;
        long kept;
        long duplicates;
        long late;

        Stream(OptionalLong intervalMs) {
            this.check = new StreamCheck(intervalMs);
        }
    }

    /**
     * A check of one file.
     *
     * @param intervalMs of a file with one row per interval, else empty
     * @param silenceMs silence worth counting
     * @param sink takes events; false says that it wants no more
     */
    public FileCheck(OptionalLong intervalMs, long silenceMs, Predicate<RecordedEvent> sink) {
        this.intervalMs = intervalMs;
        this.clock = new FileClock(silenceMs);
        this.sink = sink;
    }

    /** Judges the next record; {@code number} is its line or element. */
    public Verdict take(long number, Row row) {
        return switch (row) {
            case Row.Aside(Row.Apart kind) -> {
                apart.merge(kind, 1L, Long::sum);
                yield Verdict.APART;
            }
            case Row.Malformed(String reason) -> {
                rows++;
                malformed++;
                tell(number, reason);
                yield Verdict.MALFORMED;
            }
            case Row.Data data -> {
                rows++;
                yield data(data);
            }
        };
    }

    private Verdict data(Row.Data data) {
        Place place = data.place();
        boolean room = channels.size() < MOST_CHANNELS || channels.containsKey(place.channel());
        channels.merge(room ? place.channel() : "(others)", 1L, Long::sum);
        if (place.hasClock()) {
            clock.tick(place.clockMs());
        }
        Stream stream = stream(place.stream());
        if (place.identity() != null && !seen.isNew(place.stream(), place.identity())) {
            stream.duplicates++;
            return Verdict.DUPLICATE;
        }
        if (!stream.check.accept(place.order())) {
            stream.late++;
            return Verdict.OUT_OF_ORDER;
        }
        stream.kept++;
        for (RecordedEvent event : data.events()) {
            kinds.merge(event.kind(), 1L, Long::sum);
            wantsMore = wantsMore && sink.test(event);
        }
        return Verdict.KEPT;
    }

    /** A file with more streams than any venue has symbols is checked as one from there on. */
    private Stream stream(String name) {
        Stream known = streams.get(name);
        if (known != null) {
            return known;
        }
        String key = streams.size() < MOST_STREAMS ? name : "(others)";
        return streams.computeIfAbsent(key, _ -> new Stream(intervalMs));
    }

    private void tell(long number, String reason) {
        if (faults.size() < LoadReport.FAULTS_TOLD) {
            faults.add(new LoadReport.Fault(number, reason));
        }
    }

    /** False once the sink has enough. */
    public boolean wantsMore() {
        return wantsMore;
    }

    /** What the file came to. */
    public LoadReport report(String file, String format, RecordParser parser) {
        LoadReport.Gaps gaps = LoadReport.Gaps.NONE;
        List<LoadReport.StreamReport> reports = new ArrayList<>();
        for (Map.Entry<String, Stream> entry : streams.entrySet()) {
            Stream stream = entry.getValue();
            gaps = gaps.and(stream.check.gaps());
            reports.add(new LoadReport.StreamReport(
                    entry.getKey(), stream.kept, stream.duplicates, stream.late, stream.check.gaps()));
        }
        return new LoadReport(
                file,
                format,
                parser.timeBasis(),
                counts(),
                Map.copyOf(apart),
                gaps,
                clock.report(),
                List.copyOf(reports),
                channels,
                kinds,
                List.copyOf(faults),
                intervalMs,
                parser.notes());
    }

    private LoadReport.Counts counts() {
        long kept = 0;
        long duplicates = 0;
        long late = 0;
        long stepBack = 0;
        boolean inMs = false;
        for (Stream stream : streams.values()) {
            kept += stream.kept;
            duplicates += stream.duplicates;
            late += stream.late;
            if (stream.check.largestStepBack() > stepBack) {
                stepBack = stream.check.largestStepBack();
                inMs = stream.check.isInMilliseconds();
            }
        }
        return new LoadReport.Counts(rows, kept, duplicates, malformed, late, stepBack, inMs);
    }
}
