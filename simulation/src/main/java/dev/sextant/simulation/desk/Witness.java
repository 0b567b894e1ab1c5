package dev.sextant.simulation.desk;

import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.Reservation;
import dev.sextant.reconciler.Findings;

/** Sees what the desk's store is asked and answers, at the moment it happens. */
public interface Witness {

    /** After each step of the store. */
    void step();

    void reserved(Reservation answer);

    void claimed(Claim answer);

    /** A pass of the reconciler wrote down what it found. */
    void reconciled(Findings findings);

    /** The desk is healthy again after a crash. */
    void recovered();
}
