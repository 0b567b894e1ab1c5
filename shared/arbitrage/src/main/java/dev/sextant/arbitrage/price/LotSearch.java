package dev.sextant.arbitrage.price;

/** Looks for the last lot of leg 1 that pays, in whole numbers: by steps that grow around an estimate, then by halves. */
final class LotSearch {

    private final Passage passage;

    LotSearch(Passage passage) {
        this.passage = passage;
    }

    /**
     * The greatest quantity of leg 1 that pays; often it is the last one passed.
     *
     * @param estimate of the start asset
     * @param most of leg 1
     */
    long around(double estimate, long most) {
        Leg first = passage.legs[0];
        long lot = first.lot();
        long step = Math.max(1, (long) (slack() / first.lotIn(0)));
        long guess = first.most((long) estimate);
        long middle = (guess < 0 ? most : Math.min(most, guess)) / lot;
        return passage.pays(middle * lot) ? upFrom(middle, step, most / lot, lot) : downFrom(middle, step, lot);
    }

    private long upFrom(long lots, long step, long most, long lot) {
        long good = lots;
        for (long wider = step; good < most; wider *= 4) {
            long next = Math.min(most, good + wider);
            if (!passage.pays(next * lot)) {
                return between(good, next, lot);
            }
            good = next;
        }
        return good * lot;
    }

    private long downFrom(long lots, long step, long lot) {
        long bad = lots;
        for (long wider = step; bad > 0; wider *= 4) {
            long next = Math.max(0, bad - wider);
            if (passage.pays(next * lot)) {
                return between(next, bad, lot);
            }
            bad = next;
        }
        return 0;
    }

    private long between(long pays, long doesNot, long lot) {
        long good = pays;
        long bad = doesNot;
        while (bad - good > 1) {
            long middle = (good + bad) >>> 1;
            if (passage.pays(middle * lot)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good * lot;
    }

    /** How far the estimate may be off, in units of the start asset: some lots of each leg. */
    private double slack() {
        double slack = 0;
        double passed = 1;
        for (int i = 0; i < passage.count; i++) {
            slack += passage.legs[i].lotIn(0) / passed;
            passed *= passage.legs[i].rate(0);
        }
        return 2 * slack;
    }
}
