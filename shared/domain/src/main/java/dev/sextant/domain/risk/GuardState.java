package dev.sextant.domain.risk;

/** How far an account or a strategy is held back; each state includes the ones before it. Exits pass in all of them. */
public enum GuardState {
    /** Nothing speaks against an entry. */
    NORMAL,
    /** Entries pass, and a person should look. */
    WARNING,
    /** No entries until the condition is gone; exits go on. */
    REDUCING,
    /** No entries until a person with a name resumes; exits go on. */
    HALTED;

    /** Whether an order that adds exposure is refused. */
    public boolean barsEntries() {
        return compareTo(REDUCING) >= 0;
    }
}
