package dev.sextant.backtest.arb;

import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookFile;
import dev.sextant.recordings.book.BookRow;
import java.util.List;

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
        try (OpenBooks open = new OpenBooks(files)) {
            boolean more = true;
            for (PulledBooks next = open.next(); more && next != null; next = more ? open.next() : null) {
                more = sink.accept(next.file(), next.line(), next.row());
            }
        }
    }
}
