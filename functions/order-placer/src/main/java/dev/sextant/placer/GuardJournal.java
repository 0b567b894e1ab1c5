package dev.sextant.placer;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.risk.GuardState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the guard learns whether the venue's private API answers. */
@FunctionalInterface
interface GuardJournal {

    /**
     * What the guard said in return.
     *
     * @param newAlerts things that people are told of for the first time
     * @param figures what alarms look at, by the metric's name
     */
    record Word(long newAlerts, GuardState state, Map<String, Long> figures) {
        public Word {
            figures = Map.copyOf(figures);
        }
    }

    /**
     * Notes one attempt.
     *
     * @param trouble why the venue did not answer, or null when it did
     * @param nowMs market time
     */
    Word note(Account account, @Nullable String trouble, long nowMs);
}
