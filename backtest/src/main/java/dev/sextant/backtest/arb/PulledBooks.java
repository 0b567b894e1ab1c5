package dev.sextant.backtest.arb;

import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookFile;
import dev.sextant.recordings.book.BookRow;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** A file of books read a row at a time: a thread of its own reads ahead by some hundred rows and waits. */
final class PulledBooks implements AutoCloseable {

    private static final int AHEAD = 512;

    /** A row with its line, or the end of the file with what went wrong. */
    private record Read(
            long line, @Nullable BookRow row, @Nullable RecordingException failure) {}

    private final BookFile file;
    private final int rank;
    private final BlockingQueue<Read> rows = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;
    private long timeMs = Long.MIN_VALUE;
    private long line;
    private BookRow row = new BookRow.Aside();

    PulledBooks(BookFile file, int rank) {
        this.file = file;
        this.rank = rank;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try {
            file.read((number, next) -> put(new Read(number, next, null)));
            put(new Read(0, null, null));
        } catch (RecordingException e) {
            put(new Read(0, null, e));
        }
    }

    private boolean put(Read read) {
        try {
            rows.put(read);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Goes to the next row; false at the end of the file. */
    boolean next() throws RecordingException {
        Read read = take();
        if (read.failure() != null) {
            throw read.failure();
        }
        if (read.row() == null) {
            return false;
        }
        line = read.line();
        row = read.row();
        if (row instanceof BookRow.Changed changed) {
            timeMs = Math.max(timeMs, changed.event().timeMs());
        }
        return true;
    }

    private Read take() throws RecordingException {
        try {
            return rows.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RecordingException(file.path(), "was interrupted while it was read");
        }
    }

    BookFile file() {
        return file;
    }

    int rank() {
        return rank;
    }

    long timeMs() {
        return timeMs;
    }

    long line() {
        return line;
    }

    BookRow row() {
        return row;
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
