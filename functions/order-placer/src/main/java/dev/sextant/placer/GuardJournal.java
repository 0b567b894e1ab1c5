package dev.sextant.placer;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.risk.GuardState;
import org.jspecify.annotations.Nullable;

/** Where the guard learns whether the venue's private API answers. */
@FunctionalInterface
interface GuardJournal {

    /**
     * What the guard said in return.
     *
     * @param newAlerts things that people are told of for the first time
     */
    record Word(long newAlerts, GuardState state) {}

    /**
     * Notes one attempt.
     *
     * @param trouble why the venue did not answer, or null when it did
     * @param nowMs market time
     */
    Word note(Account account, @Nullable String trouble, long nowMs);
}
