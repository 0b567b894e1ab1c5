package dev.sextant.recordings.book;

import java.util.Arrays;
import java.util.Optional;

/** The dialects books are recorded in. */
public enum BookFormat {
    /** Kraken's WebSocket version 1. */
    KRAKEN1("kraken1", "kraken-v1-frames"),
    /** Kraken's WebSocket version 2. */
    KRAKEN2("kraken2", "kraken-v2-frames"),
    /** Gemini's market data version 2. */
    GEMINI("gemini", "gemini-frames"),
    /** Our own lines, of any venue: see {@link EventLines}. */
    EVENTS("events", "");

    private final String word;
    private final String recording;

    BookFormat(String word, String recording) {
        this.word = word;
        this.recording = recording;
    }

    /** The name users know it by. */
    public String word() {
        return word;
    }

    /** The name of the recording's format, empty for our own lines. */
    String recording() {
        return recording;
    }

    BookReader reader() {
        return switch (this) {
            case KRAKEN1 -> new KrakenOneBooks();
            case KRAKEN2 -> new KrakenTwoBooks();
            case GEMINI -> new GeminiBooks();
            case EVENTS -> new EventLines();
        };
    }

    /** The format of this name, if there is one. */
    public static Optional<BookFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(word))
                .findFirst();
    }

    static Optional<BookFormat> ofRecording(String name) {
        return Arrays.stream(values())
                .filter(format -> !name.isEmpty() && format.recording.equals(name))
                .findFirst();
    }
}
