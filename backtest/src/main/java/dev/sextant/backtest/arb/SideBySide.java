package dev.sextant.backtest.arb;

import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookEvent;
import dev.sextant.recordings.book.BookFile;
import dev.sextant.recordings.book.BookRow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongPredicate;

/**
 * One recording replayed with many settings in one reading of its files: each setting has books, detector and paper
 * trading of its own, and finds what {@code sextant arb} finds with it. Memory grows with the settings and not with the
 * files; whoever has many gives them in portions.
 */
public final class SideBySide {

    /** Takes each opportunity when all about it is known. */
    @FunctionalInterface
    public interface Sink {
        /** @param setting the place of its settings in the list */
        void take(int setting, Outcome outcome);
    }

    /** How often progress is told, in messages. */
    private static final int STEP = 256;

    private final List<ArbReplay> replays = new ArrayList<>();
    private final LongPredicate goOn;
    private long rows;

    private SideBySide(
            RecordedPairs pairs, List<ArbSettings> settings, LongPredicate mayTake, LongPredicate goOn, Sink sink) {
        this.goOn = goOn;
        for (ArbSettings one : settings) {
            Lines lines = new Lines(replays.size(), sink);
            replays.add(new ArbReplay(pairs.universe(one.feePpm()), one, mayTake, lines));
        }
    }

    /**
     * Replays files.
     *
     * @param settings one or more
     * @param pairs those of these files
     * @param mayTake at which times an opportunity may be taken
     * @param goOn is told now and then how far time has come; false ends it
     * @return how the books were: as the first setting met them
     * @throws CancellationException when it was ended
     */
    public static BookHealth run(
            List<BookFile> files,
            RecordedPairs pairs,
            List<ArbSettings> settings,
            LongPredicate mayTake,
            LongPredicate goOn,
            Sink sink)
            throws RecordingException {
        SideBySide all = new SideBySide(pairs, settings, mayTake, goOn, sink);
        new MergedBooks(files).read(all::take);
        List<ReplaySummary> summaries =
                all.replays.stream().map(ArbReplay::finish).toList();
        return BookHealth.of(summaries.getFirst());
    }

    private boolean take(BookFile file, long line, BookRow row) {
        for (ArbReplay replay : replays) {
            replay.take(file, line, row);
        }
        if (++rows % STEP == 0 && !goOn.test(replays.getFirst().nowMs())) {
            throw new CancellationException("stopped");
        }
        return true;
    }

    private record Lines(int setting, Sink sink) implements ReplayLines {

        @Override
        public void opportunity(Told told) {
            sink.take(setting, Outcome.of(told));
        }

        @Override
        public void edge(BookEvent event, EdgeTrace.Edge edge) {}

        @Override
        public void malformed(String file, long line, String reason) {}
    }
}
