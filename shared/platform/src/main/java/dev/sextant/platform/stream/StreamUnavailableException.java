package dev.sextant.platform.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stream could not be written or read within the bounded retries. A writer's caller keeps {@link #unsent} (the ingest
 * spills it to disk) and puts it again, in that order, before anything newer.
 */
public final class StreamUnavailableException extends Exception {

    private final transient PutReceipt accepted;
    private final transient List<Outgoing> unsent;

    /**
     * @param message the stream, what failed, and the service's answer
     * @param accepted what was accepted before
     * @param unsent what must be put again, in order; some of it may have been accepted without an answer
     */
    public StreamUnavailableException(
            String message, @Nullable Throwable cause, PutReceipt accepted, List<Outgoing> unsent) {
        super(message, cause);
        this.accepted = accepted;
        this.unsent = List.copyOf(unsent);
    }

    /** A read failed. */
    public StreamUnavailableException(String message, @Nullable Throwable cause) {
        this(message, cause, PutReceipt.NONE, List.of());
    }

    /** What was accepted before the failure. */
    public PutReceipt accepted() {
        return accepted;
    }

    /** What must be put again, in this order. */
    public List<Outgoing> unsent() {
        return unsent;
    }
}
