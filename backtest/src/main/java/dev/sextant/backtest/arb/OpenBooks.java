package dev.sextant.backtest.arb;

import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Several files read as one, a row at a time, in the order of {@link MergedBooks}. */
final class OpenBooks implements AutoCloseable {

    private final List<PulledBooks> open = new ArrayList<>();
    private final PriorityQueue<PulledBooks> next =
            new PriorityQueue<>(Comparator.comparingLong(PulledBooks::timeMs).thenComparingInt(PulledBooks::rank));
    private @Nullable PulledBooks last;

    OpenBooks(List<BookFile> files) throws RecordingException {
        try {
            for (BookFile file : files) {
                PulledBooks pulled = new PulledBooks(file, open.size());
                open.add(pulled);
                if (pulled.next()) {
                    next.add(pulled);
                }
            }
        } catch (RecordingException e) {
            close();
            throw e;
        }
    }

    /** The file that has the next row, standing at it; null at the end. */
    @Nullable
    PulledBooks next() throws RecordingException {
        PulledBooks before = last;
        if (before != null && before.next()) {
            next.add(before);
        }
        last = next.poll();
        return last;
    }

    @Override
    public void close() {
        open.forEach(PulledBooks::close);
    }
}
