package dev.sextant.simulation.lane;

import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.PlanStep;
import dev.sextant.domain.plan.PlanStore.Reserved;
import dev.sextant.simulation.desk.Witness;

/** Sees what the lane's store is asked and answers, at the moment it happens. */
public interface PlanWitness extends Witness {

    void planReserved(CyclePlan plan, Reserved answer);

    void legReserved(LegIntent intent, Reserved answer);

    void ended(String planId, PlanStep.End end);

    /** The kill switch was thrown. */
    void killed();

    /** A process of the lane has begun. */
    void started();
}
