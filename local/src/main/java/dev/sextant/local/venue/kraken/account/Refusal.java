package dev.sextant.local.venue.kraken.account;

/** The venue says no, in its own words. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refusal(String words) {
        super(words, null, false, false);
    }

    /** {@code EGeneral:Invalid arguments:volume}. */
    public static Refusal argument(String name) {
        return new Refusal("EGeneral:Invalid arguments:" + name);
    }

    /** As the venue writes it: {@code EOrder:Insufficient funds}. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
