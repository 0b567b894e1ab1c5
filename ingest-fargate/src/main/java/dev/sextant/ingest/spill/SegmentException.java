package dev.sextant.ingest.spill;

/** A file is not the segment it should be. The message names file, field, value and what would be right. */
final class SegmentException extends Exception {

    private SegmentException(String message) {
        super(message);
    }

    static SegmentException of(String file, String field, Object found, String expected) {
        return new SegmentException(file + ": " + field + " is " + found + ", expected " + expected);
    }
}
