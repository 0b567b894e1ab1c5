package dev.sextant.simulation.desk;

import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.Reported;
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

    /** Before a report is booked. */
    void reporting(OrderReport report);

    void reported(OrderReport report, Reported answer);

    /** What somebody else closed was booked as a trade's close. */
    void adopted(OrderIntent intent, boolean forAPerson);

    /** From now on entries depend on the private stream. */
    void streamExpected(long nowMs);

    /** The exchange has given or extended a key of the private stream. */
    void keyKept(String key);

    /** The desk is healthy again after a crash. */
    void recovered();
}
