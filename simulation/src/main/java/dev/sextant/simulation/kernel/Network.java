package dev.sextant.simulation.kernel;

/** Draws the fate of messages between two places. */
@FunctionalInterface
public interface Network {

    Fate fate();
}
