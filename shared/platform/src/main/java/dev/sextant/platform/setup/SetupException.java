package dev.sextant.platform.setup;

/** Something can't be set up; the message says in one line what stands in the way, and what would be right. */
public final class SetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SetupException(String message) {
        super(message);
    }
}
