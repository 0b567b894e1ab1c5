package dev.sextant.platform.lambda;

/** Keeps records a consumer could not read, whole, for the operator. */
@FunctionalInterface
public interface DeadLetters {

    void keep(String stream, String sequenceNumber, byte[] payload, String reason);
}
