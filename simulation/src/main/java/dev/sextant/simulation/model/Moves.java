package dev.sextant.simulation.model;

/** Takes what can happen next in a state. */
@FunctionalInterface
interface Moves {

    /** @param who the placer that acts, 1 or 2; 0 when it is somebody else */
    void add(Step step, int who, long next);
}
