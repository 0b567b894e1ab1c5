package dev.sextant.local.dataapi;

/**
 * Counts a result as the database sends it: per row two bytes for the number of columns, per column four for its length,
 * and the value itself in text form.
 */
final class ResultSize {

    static final String TOO_LARGE = "The result exceeds the size limit 1 MB.";

    private static final int ROW_OVERHEAD = 2;
    private static final int COLUMN_OVERHEAD = 4;

    private final Limits limits;
    private long rowBytes;
    private long resultBytes;

    ResultSize(Limits limits) {
        this.limits = limits;
    }

    void startRow() {
        resultBytes += ROW_OVERHEAD;
        rowBytes = ROW_OVERHEAD;
    }

    void value(long bytes) {
        rowBytes += COLUMN_OVERHEAD + bytes;
        resultBytes += COLUMN_OVERHEAD + bytes;
        if (rowBytes > limits.rowBytes()) {
            throw ApiError.unsupportedResult(
                    "The result contains a row that exceeds the size limit " + (limits.rowBytes() >> 10) + " KB.");
        }
        if (resultBytes > limits.resultBytes()) {
            throw ApiError.unsupportedResult(TOO_LARGE);
        }
    }
}
