package dev.sextant.ingest.sink;

import java.util.List;

/** A sink did not take everything, after its own bounded retries. The remainder must be put again, before anything else. */
public final class SinkException extends Exception {

    private final transient List<?> unsent;

    /** @param unsent what was not accepted, in order */
    public SinkException(String message, List<?> unsent) {
        super(message);
        this.unsent = List.copyOf(unsent);
    }

    /** What was not accepted, in order. */
    public <T> List<T> unsent(Class<T> type) {
        return unsent.stream().map(type::cast).toList();
    }
}
