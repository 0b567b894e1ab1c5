package dev.sextant.fuzz;

import java.util.HashSet;
import java.util.Set;

/**
 * The kinds of verdicts seen. What differs only in a shown value is one kind, so that a new kind tells of a new path
 * through the parser.
 */
final class Shapes {

    private static final int MOST_REFUSED = 500;
    private static final int MOST_ACCEPTED = 1_000;
    private static final int LOOKED_AT = 80;

    private final Set<Integer> accepted = new HashSet<>();
    private final Set<Integer> refused = new HashSet<>();

    /** True when there was none like it. */
    boolean isNew(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted(String shape) -> accepted.size() < MOST_ACCEPTED && accepted.add(shape.hashCode());
            case Verdict.Refused(String message) -> refused.size() < MOST_REFUSED && refused.add(kind(message));
        };
    }

    int refusals() {
        return refused.size();
    }

    /**
     * Hash of the letters of a message's beginning, without what is quoted (but for a field's name) and what stands
     * between "is" and "expected".
     */
    static int kind(String message) {
        int is = message.indexOf(" is ");
        int expected = message.indexOf(", expected ");
        int hash = 1;
        boolean skips = false;
        for (int i = 0; i < Math.min(message.length(), LOOKED_AT); i++) {
            char c = message.charAt(i);
            if (i == is && expected > is) {
                i = expected;
            } else if (c == '\'' || c == '"') {
                skips = !skips && !message.startsWith("field ", i - 6);
            } else if (!skips && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) {
                hash = 31 * hash + c;
            }
        }
        return hash;
    }
}
