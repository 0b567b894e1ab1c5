package dev.sextant.domain.market;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A closed 15-second bucket of exchange time: what windows, candles and quantiles are made of. Stored once under
 * (symbol, start) by insert-or-compare on {@link #contentHash}.
 *
 * @param sums the final sums
 * @param sizes histogram of trade quantities; treat as read-only
 * @param complete false when the input does not reach back to the bucket's start, or a gap lies inside it that was not
 *     filled; no signal comes from a window with such a bucket
 * @param closedBy what closed it; not part of the content
 */
public record Bucket(BucketSums sums, SizeHistogram sizes, boolean complete, CloseCause closedBy) {

    /** Length of every bucket, and the decision cadence. */
    public static final long LENGTH_MS = 15_000;

    /** What told the builder that no further trade can fall into a bucket. */
    public enum CloseCause {
        /** The symbol's first trade at or past the end. */
        TRADE,
        /** Event time at least one second past the end, seen on the same socket. */
        EVENT_TIME
    }

    public Bucket {
        if (sizes.total() != sums.count()) {
            throw new IllegalArgumentException("bucket " + sums.startMs() + " counts " + sums.count()
                    + " trades but its sizes count " + sizes.total());
        }
    }

    /** The start of the bucket that contains an instant. */
    public static long startOf(long timeMs) {
        return Math.floorDiv(timeMs, LENGTH_MS) * LENGTH_MS;
    }

    public long startMs() {
        return sums.startMs();
    }

    public long endMs() {
        return sums.endMs();
    }

    /**
     * SHA-256 over sums, sizes and completeness, as 64 hex digits. Two builders that saw the same trades agree on it,
     * however the trades were cut into frames.
     */
    public String contentHash() {
        try {
            byte[] text = (sums.canonical() + "|" + sizes + "|" + complete).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
