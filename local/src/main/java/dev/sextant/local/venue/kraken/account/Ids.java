package dev.sextant.local.venue.kraken.account;

import java.util.SplittableRandom;

/** Ids of the venue's form, {@code OUF4EM-FRGI2-MQMWZD}, drawn from a seed. */
final class Ids {

    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SplittableRandom random;

    Ids(long seed) {
        random = new SplittableRandom(seed);
    }

    /** @param kind the first letter: O of orders, T of trades, L of ledger entries */
    String next(char kind) {
        StringBuilder id = new StringBuilder(19).append(kind);
        while (id.length() < 19) {
            id.append(id.length() == 6 || id.length() == 12 ? '-' : SIGNS.charAt(random.nextInt(32)));
        }
        return id.toString();
    }

    /** Forty signs that nobody guesses from an id. */
    String token() {
        StringBuilder token = new StringBuilder(40);
        while (token.length() < 40) {
            token.append(SIGNS.charAt(random.nextInt(32)));
        }
        return token.toString();
    }
}
