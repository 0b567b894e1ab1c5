package dev.sextant.simulation.desk;

import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.simulation.kernel.Sandbox;

/** A function on the stream: what one sandbox does with one record. */
@FunctionalInterface
interface Handler {

    void handle(Sandbox self, DecisionRecord record);

    /** What it does at the end of a batch, whether all of it was handled or not. */
    default void done(Sandbox self) {}
}
