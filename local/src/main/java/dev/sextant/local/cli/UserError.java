package dev.sextant.local.cli;

/** Something the user can put right: one line that says what. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private UserError(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** A check failed: exit code 1. */
    public static UserError failed(String message) {
        return new UserError(Sextant.FAILED, message);
    }

    /** The command was not used as meant: exit code 2. */
    public static UserError usage(String message) {
        return new UserError(Sextant.USAGE, message);
    }

    int exitCode() {
        return exitCode;
    }
}
