package dev.sextant.domain.order;

/**
 * A step of the store failed. Unchecked because no caller in the middle can do better than to stop: the delivery is
 * repeated, and every step is safe to repeat.
 */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean mayHaveHappened;

    public StoreException(String message, boolean mayHaveHappened, Throwable cause) {
        super(message, cause);
        this.mayHaveHappened = mayHaveHappened;
    }

    /** True when the answer was lost, so the step may have been committed. */
    public boolean mayHaveHappened() {
        return mayHaveHappened;
    }
}
