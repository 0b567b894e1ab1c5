package dev.sextant.fuzz;

/** What a parser said to an input. */
public sealed interface Verdict {

    /**
     * It took it.
     *
     * @param shape what kind of thing it took it for; a new one makes the input worth mutating further
     */
    record Accepted(String shape) implements Verdict {}

    /** It refused it in the documented way. */
    record Refused(String message) implements Verdict {}

    /** Accepted, by the kind of what was read. */
    static Verdict accepted(Object read) {
        return new Accepted(read.getClass().getSimpleName());
    }

    /** Refused, by the message of the documented exception. */
    static Verdict refused(Exception documented) {
        return new Refused(String.valueOf(documented.getMessage()));
    }
}
