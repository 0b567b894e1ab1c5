package dev.sextant.venues.kraken.trade.socket;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Watches the numbers of messages. The page tells of a counter for each subscription, a newer one of a counter for each
 * connection; which holds is not verified. One of these for each subscription is right for the first and, for the second,
 * raises doubts too often, never too seldom. Not thread-safe.
 */
public final class SequenceWatch {

    private OptionalLong last = OptionalLong.empty();

    /** Takes the number of a message; a reason to reconcile when one is missing before it. */
    public Optional<String> next(OptionalLong sequence) {
        if (sequence.isEmpty()) {
            return Optional.of("a message has no sequence, so nobody can tell whether one was lost before it");
        }
        OptionalLong before = last;
        last = sequence;
        if (before.isEmpty() || sequence.getAsLong() == before.getAsLong() + 1) {
            return Optional.empty();
        }
        return Optional.of("sequence " + sequence.getAsLong() + " follows " + before.getAsLong() + ", expected "
                + (before.getAsLong() + 1));
    }
}
