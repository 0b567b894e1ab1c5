package dev.sextant.local.lambda;

/** What came of one invocation. */
sealed interface Outcome {

    /** The function answered, with this JSON. */
    record Answered(String json) implements Outcome {}

    /** The function threw; type and message as it reported them. */
    record Failed(String type, String message) implements Outcome {}

    /** The function never got so far as to ask for an event. */
    record NotStarted(String message) implements Outcome {}
}
