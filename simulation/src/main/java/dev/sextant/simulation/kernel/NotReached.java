package dev.sextant.simulation.kernel;

/** A message that never arrived: what it asked for did not and will not happen. */
public final class NotReached extends Exception {

    private static final long serialVersionUID = 1L;

    NotReached() {
        super("the message never arrived", null, false, false);
    }
}
