package dev.sextant.simulation.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The protocol with one thing wrong; what it breaks must be found, or the check proves nothing. */
public enum Defect {
    NO_CLAIM(Invariant.ONE_ACCEPTANCE, "the claim is a read and a write instead of one compare-and-set"),
    RETRY_LOST_ANSWER(Invariant.ONE_ACCEPTANCE, "the placer sends again, with the same id, when the answer is lost"),
    KILL_BEFORE_CLAIM(Invariant.NO_CLAIM_AFTER_KILL, "the kill switch is read before the claim and not inside it"),
    NOT_FOUND_IS_FINAL(Invariant.RISK_HELD, "one \"not found\" counts as never placed"),
    NO_TABLE(Invariant.FINAL_STAYS, "a report moves the order wherever it says, whatever the state is"),
    NO_QUARANTINE(Invariant.RISK_HELD, "the quarantine ends with the first look after the horizon"),
    NO_RECEIVE_WINDOW(Invariant.RISK_HELD, "the venue is not told when a request has become too old"),
    NO_SWEEP(Invariant.ENDS_WELL, "nobody puts a lost record into the queue again");

    private final Invariant breaks;
    private final String words;

    Defect(Invariant breaks, String words) {
        this.breaks = breaks;
        this.words = words;
    }

    /** What it is expected to break. */
    public Invariant breaks() {
        return breaks;
    }

    /** What is wrong, in one sentence. */
    public String words() {
        return words;
    }

    /** The name on the command line. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The defect with this title, if there is one. */
    public static Optional<Defect> titled(String title) {
        return Arrays.stream(values())
                .filter(defect -> defect.title().equals(title))
                .findFirst();
    }
}
