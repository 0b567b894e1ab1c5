package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.follow.Opportunity;
import dev.sextant.arbitrage.follow.Sighting;
import java.util.LinkedHashMap;
import java.util.Map;

/** What share of an edge is left after a while, on average over all opportunities that were followed so long. */
public final class DecayCurve {

    private final Map<Integer, double[]> sums = new LinkedHashMap<>();

    /** A curve of nothing. */
    public DecayCurve() {
        Sighting.OFFSETS_MS.forEach(offset -> sums.put(offset, new double[2]));
    }

    void take(Opportunity opportunity) {
        take(opportunity.decay());
    }

    /** One more opportunity: what share was left, by milliseconds. */
    public void take(Map<Integer, Double> decay) {
        decay.forEach((offset, share) -> {
            double[] sum = sums.computeIfAbsent(offset, ms -> new double[2]);
            sum[0] += share;
            sum[1]++;
        });
    }

    /** The shares by milliseconds; offsets that no opportunity was followed to are left out. */
    public Map<Integer, Double> shares() {
        Map<Integer, Double> shares = new LinkedHashMap<>();
        sums.forEach((offset, sum) -> {
            if (sum[1] > 0) {
                shares.put(offset, sum[0] / sum[1]);
            }
        });
        return shares;
    }
}
