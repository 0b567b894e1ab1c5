package dev.sextant.backtest.arb;

import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookEvent;
import dev.sextant.recordings.book.BookFile;
import dev.sextant.recordings.book.BookRow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
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

    private SideBySide(LongPredicate goOn) {
        this.goOn = goOn;
    }

    private void add(RecordedPairs pairs, ArbSettings settings, LongPredicate mayTake, Consumer<Told> sink) {
        replays.add(new ArbReplay(pairs.universe(settings.feePpm()), settings, mayTake, new Lines(sink)));
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
        SideBySide all = new SideBySide(goOn);
        for (int i = 0; i < settings.size(); i++) {
            int setting = i;
            all.add(pairs, settings.get(i), mayTake, told -> sink.take(setting, Outcome.of(told)));
        }
        return BookHealth.of(all.read(files));
    }

    /** One setting alone, with all that is told of it. */
    static ReplaySummary alone(
            List<BookFile> files, RecordedPairs pairs, ArbSettings settings, LongPredicate goOn, Consumer<Told> sink)
            throws RecordingException {
        SideBySide one = new SideBySide(goOn);
        one.add(pairs, settings, always -> true, sink);
        return one.read(files);
    }

    private ReplaySummary read(List<BookFile> files) throws RecordingException {
        new MergedBooks(files).read(this::take);
        return replays.stream().map(ArbReplay::finish).toList().getFirst();
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

    private record Lines(Consumer<Told> sink) implements ReplayLines {

        @Override
        public void opportunity(Told told) {
            sink.accept(told);
        }

        @Override
        public void edge(BookEvent event, EdgeTrace.Edge edge) {}

        @Override
        public void malformed(String file, long line, String reason) {}
    }
}
