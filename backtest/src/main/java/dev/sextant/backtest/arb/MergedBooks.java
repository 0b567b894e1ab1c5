package dev.sextant.backtest.arb;

import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookFile;
import dev.sextant.recordings.book.BookRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Several files as one, in the order of their events' times; within a file the order is the file's, and of equal times
 * the file named first comes first. A row without a time goes with the event before it.
 */
final class MergedBooks {

    /** Takes each row with its file and line. */
    @FunctionalInterface
    interface Sink {
        boolean accept(BookFile file, long line, BookRow row);
    }

    private final List<BookFile> files;

    MergedBooks(List<BookFile> files) {
        this.files = List.copyOf(files);
    }

    void read(Sink sink) throws RecordingException {
        if (files.size() == 1) {
            BookFile only = files.getFirst();
            only.read((line, row) -> sink.accept(only, line, row));
            return;
        }
        List<PulledBooks> open = new ArrayList<>();
        try {
            PriorityQueue<PulledBooks> next = new PriorityQueue<>(
                    Comparator.comparingLong(PulledBooks::timeMs).thenComparingInt(PulledBooks::rank));
            for (BookFile file : files) {
                PulledBooks pulled = new PulledBooks(file, open.size());
                open.add(pulled);
                if (pulled.next()) {
                    next.add(pulled);
                }
            }
            boolean more = true;
            while (more && !next.isEmpty()) {
                PulledBooks first = next.remove();
                more = sink.accept(first.file(), first.line(), first.row());
                if (first.next()) {
                    next.add(first);
                }
            }
        } finally {
            open.forEach(PulledBooks::close);
        }
    }
}
