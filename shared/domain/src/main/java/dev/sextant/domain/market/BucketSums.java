package dev.sextant.domain.market;

import dev.sextant.domain.money.E8;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The sums of the trades of one bucket, so far or final. All are exact.
 *
 * @param startMs the bucket's start, a multiple of {@link Bucket#LENGTH_MS}
 * @param firstAggId the first aggregate id; in an empty bucket the id expected next
 * @param lastAggId the last aggregate id; in an empty bucket {@code firstAggId − 1}
 * @param count trades
 * @param openE8 first price; in an empty bucket all four prices are the last price before it
 * @param highE8 highest price
 * @param lowE8 lowest price
 * @param closeE8 last price
 * @param buyQtyE8 Σ quantity of taker buys
 * @param sellQtyE8 Σ quantity of taker sells
 * @param notionalE16 Σ price × quantity, units of 10⁻¹⁶
 */
public record BucketSums(
        long startMs,
        long firstAggId,
        long lastAggId,
        long count,
        long openE8,
        long highE8,
        long lowE8,
        long closeE8,
        long buyQtyE8,
        long sellQtyE8,
        BigInteger notionalE16) {

    public BucketSums {
        if (startMs % Bucket.LENGTH_MS != 0) {
            throw new IllegalArgumentException(
                    "bucket start " + startMs + " is not a multiple of " + Bucket.LENGTH_MS + " ms");
        }
        if (count < 0 || buyQtyE8 < 0 || sellQtyE8 < 0 || notionalE16.signum() < 0 || lowE8 > highE8) {
            throw new IllegalArgumentException("bucket " + startMs + " has impossible sums");
        }
    }

    /** Exclusive end, epoch milliseconds. */
    public long endMs() {
        return startMs + Bucket.LENGTH_MS;
    }

    /** Σ signed quantity: taker buys minus taker sells. */
    public long cvdE8() {
        return buyQtyE8 - sellQtyE8;
    }

    /** Σ price × quantity as a decimal. */
    public BigDecimal notional() {
        return new BigDecimal(notionalE16, 16);
    }

    /** One line that names every field; the base of the content hash, so its form never changes. */
    String canonical() {
        return startMs + "|" + firstAggId + "|" + lastAggId + "|" + count + "|" + E8.print(openE8) + "|"
                + E8.print(highE8) + "|" + E8.print(lowE8) + "|" + E8.print(closeE8) + "|" + E8.print(buyQtyE8) + "|"
                + E8.print(sellQtyE8) + "|" + notionalE16;
    }
}
