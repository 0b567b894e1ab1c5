package dev.sextant.platform.stream;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketSums;
import dev.sextant.domain.market.Frame;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The powers of ten that all prices, quantities and notionals of one frame are multiples of. A frame is written in those
 * units, so an instrument's tick and step need not be known to make its numbers small.
 *
 * @param priceExp 0 to {@link #MAX_EXP}
 * @param qtyExp 0 to {@link #MAX_EXP}
 * @param notionalExp {@code priceExp + qtyExp}, or 0 when some notional is no multiple of that power
 */
record Scales(int priceExp, int qtyExp, int notionalExp) {

    static final int MAX_EXP = 15;

    private static final long[] POWERS = new long[MAX_EXP + 1];

    static {
        POWERS[0] = 1;
        for (int exp = 1; exp <= MAX_EXP; exp++) {
            POWERS[exp] = POWERS[exp - 1] * 10;
        }
    }

    static Scales of(Frame frame) {
        int priceExp = MAX_EXP;
        int qtyExp = MAX_EXP;
        for (AggTrade trade : frame.trades()) {
            priceExp = shared(priceExp, trade.priceE8());
            qtyExp = shared(qtyExp, trade.qtyE8());
        }
        for (BucketSums sums : allSums(frame)) {
            priceExp = shared(shared(priceExp, sums.openE8()), sums.highE8());
            priceExp = shared(shared(priceExp, sums.lowE8()), sums.closeE8());
            qtyExp = shared(shared(qtyExp, sums.buyQtyE8()), sums.sellQtyE8());
        }
        BigInteger unit = BigInteger.TEN.pow(priceExp + qtyExp);
        boolean whole = allSums(frame).stream()
                .allMatch(sums -> sums.notionalE16().mod(unit).signum() == 0);
        return new Scales(priceExp, qtyExp, whole ? priceExp + qtyExp : 0);
    }

    private static List<BucketSums> allSums(Frame frame) {
        List<BucketSums> all = new ArrayList<>();
        if (frame.open() != null) {
            all.add(frame.open());
        }
        frame.closed().stream().map(Bucket::sums).forEach(all::add);
        return all;
    }

    private static int shared(int exp, long value) {
        int shared = exp;
        while (value % POWERS[shared] != 0) {
            shared--;
        }
        return shared;
    }

    long ticks(long priceE8) {
        return priceE8 / POWERS[priceExp];
    }

    long priceE8(long ticks) {
        return Math.multiplyExact(ticks, POWERS[priceExp]);
    }

    long steps(long qtyE8) {
        return qtyE8 / POWERS[qtyExp];
    }

    long qtyE8(long steps) {
        return Math.multiplyExact(steps, POWERS[qtyExp]);
    }

    BigInteger notionalUnit() {
        return BigInteger.TEN.pow(notionalExp);
    }

    void write(WireWriter out) {
        out.u8(priceExp << 4 | qtyExp);
        out.u8(notionalExp);
    }

    static Scales read(WireReader in) {
        int exps = in.u8("the exponents of price and quantity");
        int notionalExp = in.u8("the exponent of notionals");
        int sum = (exps >>> 4) + (exps & 0xF);
        if (notionalExp != 0 && notionalExp != sum) {
            throw in.corrupt("a notional exponent of 0 or " + sum, Integer.toString(notionalExp));
        }
        return new Scales(exps >>> 4, exps & 0xF, notionalExp);
    }
}
