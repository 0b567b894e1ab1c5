package dev.sextant.planning;

import dev.sextant.domain.plan.CyclePlan;

/** What a second judge says of an opportunity. */
public sealed interface Confirmation {

    /** It pays by the frame's own books. */
    record Planned(CyclePlan plan) implements Confirmation {}

    /** Nobody may trade on books this old any more; a later frame may still be good. */
    record Late(long ageMs, long mostMs) implements Confirmation {}

    /** By the same books it does not pay, or can't be planned. */
    record Refuted(String reason) implements Confirmation {}
}
