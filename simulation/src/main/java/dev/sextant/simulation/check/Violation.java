package dev.sextant.simulation.check;

/** Something happened that must never happen. An error, so that no handler of production code takes it for a failure. */
public final class Violation extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final String rule;

    /** @param rule the invariant's short name: {@code A1} */
    public Violation(String rule, String what) {
        super(rule + ": " + what);
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }

    /** Throws when it is broken. */
    public static void when(boolean broken, String rule, String what) {
        if (broken) {
            throw new Violation(rule, what);
        }
    }
}
