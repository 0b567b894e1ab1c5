package dev.sextant.local.doctor;

/** What came of a check. Only what is known to be well lets the desk start. */
public enum Verdict {
    PASS,
    /** Not as it should be, and nobody's money is in danger for it. */
    WARN,
    FAIL,
    /** It could not be found out. That is not a pass. */
    UNKNOWN,
    /** There is nothing to check in this mode. */
    NOT_APPLICABLE;

    public boolean passes() {
        return this == PASS || this == WARN || this == NOT_APPLICABLE;
    }
}
