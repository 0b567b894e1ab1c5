package dev.sextant.simulation.kernel;

/** No answer came in time: what was asked for may have happened, or may still happen. */
public final class AnswerLost extends Exception {

    private static final long serialVersionUID = 1L;

    AnswerLost() {
        super("no answer in time", null, false, false);
    }
}
