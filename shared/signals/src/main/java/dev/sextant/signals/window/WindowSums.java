package dev.sextant.signals.window;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Running sums of one window: what enters is added, what leaves is subtracted, all in integers, so that the sums equal
 * those of a recount at any time.
 */
final class WindowSums {

    private static final int NOTIONAL_SCALE = 16;
    private static final int QTY_SCALE = 8;

    private final int buckets;
    private long cvdE8;
    private BigInteger qtyE8 = BigInteger.ZERO;
    private BigInteger notionalE16 = BigInteger.ZERO;

    WindowSums(long lengthMs) {
        buckets = IndicatorSpec.buckets(lengthMs);
    }

    /** Takes in a slice and lets go of the one that leaves; {@code ring} does not hold the new one yet. */
    void roll(Slice entering, SliceRing ring) {
        cvdE8 = Exact.plus(cvdE8, entering.cvdE8());
        qtyE8 = qtyE8.add(entering.qtyE8());
        notionalE16 = notionalE16.add(entering.notionalE16());
        Slice leaving = ring.ago(buckets);
        if (leaving != null) {
            cvdE8 = Exact.plus(cvdE8, -leaving.cvdE8());
            qtyE8 = qtyE8.subtract(leaving.qtyE8());
            notionalE16 = notionalE16.subtract(leaving.notionalE16());
        }
    }

    long cvdE8() {
        return cvdE8;
    }

    /** Σ quantity. */
    long totalE8() {
        return Exact.fit(qtyE8);
    }

    /** Σ quantity of taker buys: half of (buys + sells) + (buys − sells). */
    long buyE8() {
        return Exact.fit(qtyE8.add(BigInteger.valueOf(cvdE8)).shiftRight(1));
    }

    /** Σ quantity of taker sells. */
    long sellE8() {
        return Exact.fit(qtyE8.subtract(BigInteger.valueOf(cvdE8)).shiftRight(1));
    }

    /** Volume-weighted price, the double nearest to the exact quotient; null without a trade. */
    @Nullable
    Double vwap() {
        if (qtyE8.signum() == 0) {
            return null;
        }
        BigDecimal notional = new BigDecimal(notionalE16, NOTIONAL_SCALE);
        return notional.divide(new BigDecimal(qtyE8, QTY_SCALE), MathContext.DECIMAL128)
                .doubleValue();
    }

    String canonical() {
        return cvdE8 + "|" + qtyE8 + "|" + notionalE16;
    }
}
