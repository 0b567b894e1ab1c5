package dev.sextant.infra.alarm;

/** Kraken's books, by whoever watches them: whether they live, and what is wrong with them. */
final class BookAlarms {

    private static final int MANY = 10;

    private final Rules rules;

    BookAlarms(Rules rules) {
        this.rules = rules;
    }

    void add() {
        rules.silent(
                told("BookMessages").sum(1),
                3,
                "kraken-feed-silent",
                "No message of Kraken's books for three minutes: whoever watches them is gone, or Kraken can't be reached."
                        + " No triangle is begun meanwhile.");
        rules.atLeast(
                6,
                told("BookConnections").sum(10),
                "kraken-reconnects",
                "More than five connections to Kraken's books in ten minutes. Kraken or the way to it is unwell.");
        rules.atLeast(
                MANY,
                told("BookMessagesUnreadable").sum(5),
                "kraken-messages-unreadable",
                "Kraken sends messages about books that the desk can't read: has it changed them? Their pairs are closed.");
    }

    private static Measure told(String what) {
        return Measure.desk("kraken", what);
    }
}
