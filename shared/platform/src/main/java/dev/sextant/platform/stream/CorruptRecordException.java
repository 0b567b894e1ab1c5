package dev.sextant.platform.stream;

/**
 * A record's bytes are not what this version of the desk writes. Thrown by {@link MarketCodec} and
 * {@link DecisionCodec}, and the only exception their {@code decode} throws. A consumer keeps such a record as a
 * dead-letter row and goes on: the same bytes will never decode.
 */
public final class CorruptRecordException extends RuntimeException {

    private final int offset;

    /**
     * @param offset where in the record, bytes from 0
     * @param expected what would be right there
     * @param found what stands there instead
     */
    public CorruptRecordException(int offset, String expected, String found) {
        super("record is corrupt at byte " + offset + ": expected " + expected + ", found " + found);
        this.offset = offset;
    }

    /** Where in the record, bytes from 0. */
    public int offset() {
        return offset;
    }
}
