package dev.sextant.arbitrage.price;

/** A share of an amount in millionths, rounded up to a whole unit, and what it means the other way round. */
final class Fee {

    private static final long MILLION = 1_000_000;

    private final int ppm;
    private final Divisor million = new Divisor(MILLION);
    private final Divisor added;
    private final Divisor kept;

    Fee(int ppm) {
        this.ppm = ppm;
        this.added = new Divisor(MILLION + ppm);
        this.kept = new Divisor(MILLION - ppm);
    }

    private long of(long amount) {
        return Wide.mulDivCeil(amount, ppm, million);
    }

    long addedTo(long amount) {
        return amount + of(amount);
    }

    long takenFrom(long amount) {
        return amount - of(amount);
    }

    /** The greatest amount that is this total with its fee, or less. */
    long before(long total) {
        if (ppm == 0) {
            return total;
        }
        long amount = Wide.mulDivFloor(total, MILLION, added);
        while (addedTo(amount) > total) {
            amount--;
        }
        while (addedTo(amount + 1) <= total) {
            amount++;
        }
        return amount;
    }

    /** The least amount that leaves this much, or more, when its fee is taken off. */
    long leaving(long net) {
        if (ppm == 0) {
            return net;
        }
        long amount = Wide.mulDivCeil(net, MILLION, kept);
        while (takenFrom(amount) < net) {
            amount++;
        }
        while (amount > 0 && takenFrom(amount - 1) >= net) {
            amount--;
        }
        return amount;
    }
}
