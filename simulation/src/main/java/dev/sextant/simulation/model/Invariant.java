package dev.sextant.simulation.model;

import java.util.Locale;

/** What must hold. */
public enum Invariant {
    ONE_ACCEPTANCE("the venue accepts at most one order of the intent, over all time"),
    CLAIM_BEFORE_SEND("nothing is sent without a granted claim"),
    NO_CLAIM_AFTER_KILL("no claim is granted after the kill switch was thrown"),
    FINAL_STAYS("a final state never changes"),
    RISK_HELD("risk is held while the venue has, may have or may yet accept the order, and until its fills are booked"),
    ENDS_WELL("once nothing fails any more the intent becomes final, and the store's fills are the venue's");

    private final String words;

    Invariant(String words) {
        this.words = words;
    }

    /** What must hold, in one sentence. */
    public String words() {
        return words;
    }

    /** The name in output. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
