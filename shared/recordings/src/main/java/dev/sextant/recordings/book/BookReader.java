package dev.sextant.recordings.book;

import dev.sextant.recordings.event.RecordedEvent;

/** Takes the books out of one connection's frames; keeps what it has to know of those before. */
interface BookReader {

    /**
     * Reads a frame.
     *
     * @throws IllegalArgumentException naming field, value and what would be right
     */
    BookRow read(RecordedEvent.Message frame);

    /**
     * The pair a frame is about, for a frame that can't be read.
     *
     * @throws IllegalArgumentException when it doesn't tell
     */
    String pair(RecordedEvent.Message frame);
}
