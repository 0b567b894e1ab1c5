package dev.sextant.domain.order;

/** The answer to claiming an intent. Only the holder of {@link Granted} may send, once. */
public sealed interface Claim {

    record Granted(StoredOrder order) implements Claim {}

    /** Not to be sent by this caller; says where the intent stands and why. */
    record Denied(String code, String reason) implements Claim {}
}
