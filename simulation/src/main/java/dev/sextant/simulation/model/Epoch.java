package dev.sextant.simulation.model;

/**
 * Time, as far as the protocol tells times apart. A claim is only ever granted to a time read before the expiry, so the
 * receive window and the horizon, which count from it, end once; the quarantine counts from its own beginning.
 */
enum Epoch {
    BEFORE_EXPIRY("before expiry"),
    WINDOW_OVER("receive window over"),
    HORIZON_OVER("horizon over"),
    QUARANTINE_OVER("quarantine over");

    private final String words;

    Epoch(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean atLeast(Epoch other) {
        return compareTo(other) >= 0;
    }
}
