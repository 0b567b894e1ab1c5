package dev.sextant.placer;

import dev.sextant.domain.order.StoreException;
import java.util.function.Supplier;

/**
 * Asks the store again, at once, while its answers get lost. For steps that may be repeated: a claim with its token, and
 * a report, whose fills are booked by their ids and whose move is made once.
 */
final class LostAnswer {

    /** How often a step is asked for in all; a refusal or a store that was not reached ends it before. */
    static final int TRIES = 3;

    private LostAnswer() {}

    static <T> T repeat(Supplier<T> step) {
        for (int attempt = 1; ; attempt++) {
            try {
                return step.get();
            } catch (StoreException e) {
                if (!e.mayHaveHappened() || attempt == TRIES) {
                    throw e;
                }
            }
        }
    }
}
