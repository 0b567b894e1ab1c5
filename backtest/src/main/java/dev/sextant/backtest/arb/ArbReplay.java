package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.follow.FollowedCycles;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookEvent;
import dev.sextant.recordings.book.BookFile;
import dev.sextant.recordings.book.BookRow;
import dev.sextant.recordings.event.RecordedEvent;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Recorded books through the detector that runs on live ones. Time is the recording's; files are read one after the
 * other in the order of their events' times. The same files and settings give the same lines.
 */
final class ArbReplay {

    /** Books of any venue. */
    private static final String VENUE = "recorded";

    private final ArbSettings settings;
    private final ReplayLines lines;
    private final BookCounts counts = new BookCounts();
    private final Universe universe;
    private final Cycles cycles;
    private final FollowedCycles followed;
    private final CycleDetector detector;
    private final ReplayBooks books;
    private final @Nullable EdgeTrace trace;
    private long nowMs = Long.MIN_VALUE / 2;
    private long firstMs = RecordedEvent.NO_TIME;

    /**
     * A replay without books.
     *
     * @param mayTake at which times an opportunity may be taken
     */
    ArbReplay(Universe universe, ArbSettings settings, LongPredicate mayTake, ReplayLines lines) {
        this.settings = settings;
        this.lines = lines;
        this.universe = universe;
        cycles = Cycles.of(universe.graph(), settings.mostLegs(), settings.starts());
        TakenOnPaper taken = new TakenOnPaper(universe.graph(), cycles, settings, mayTake, lines::opportunity);
        followed = new FollowedCycles(
                VENUE, universe.graph(), cycles, settings.unwind().haircutPpm(), taken);
        detector = new CycleDetector(universe.graph(), cycles, universe.depths(), settings.limits(), followed);
        followed.follow(detector);
        taken.tradeIn(detector);
        books = new ReplayBooks(universe, detector, counts);
        trace = settings.traceEdges() ? new EdgeTrace(universe.graph(), settings.starts()) : null;
    }

    /** Replays files; the lines come as they are known. */
    static ReplaySummary run(List<BookFile> files, ArbSettings settings, ReplayLines lines) throws RecordingException {
        Universe universe = RecordedPairs.of(files).universe(settings.feePpm());
        ArbReplay replay = new ArbReplay(universe, settings, always -> true, lines);
        new MergedBooks(files).read(replay::take);
        return replay.finish();
    }

    /** Time as far as the books have come, epoch milliseconds. */
    long nowMs() {
        return nowMs;
    }

    /** Takes the next row; there is always room for more. */
    boolean take(BookFile file, long line, BookRow row) {
        switch (row) {
            case BookRow.Changed(BookEvent event) -> changed(event);
            case BookRow.Malformed(String pair, String reason) -> {
                counts.malformed++;
                books.lose(pair, nowMs);
                untraced(pair);
                lines.malformed(String.valueOf(file.path()), line, reason);
            }
            case BookRow.Listed _, BookRow.Aside _ -> {}
        }
        return true;
    }

    private void changed(BookEvent event) {
        if (firstMs == RecordedEvent.NO_TIME) {
            firstMs = event.timeMs();
        }
        if (event.timeMs() < nowMs) {
            counts.backInTime++;
        }
        nowMs = Math.max(nowMs, event.timeMs());
        followed.advance(nowMs);
        detector.passed(nowMs);
        int market = books.take(event, nowMs);
        if (market < 0) {
            untraced(event.pair());
        } else if (trace != null) {
            EdgeTrace.Edge edge = trace.updated(
                    market, detector.book(market).bids(), detector.book(market).asks());
            if (edge != null) {
                lines.edge(event, edge);
            }
        }
    }

    private void untraced(String pair) {
        int market = universe.graph().marketId(pair);
        if (trace != null && market >= 0) {
            trace.close(market);
        }
    }

    /** The recording has ended. */
    ReplaySummary finish() {
        followed.finish(nowMs);
        return new ReplaySummary(
                universe.graph().marketCount(),
                cycles.count(),
                settings.starts(),
                firstMs == RecordedEvent.NO_TIME ? 0 : nowMs - firstMs,
                counts,
                followed.missed());
    }
}
