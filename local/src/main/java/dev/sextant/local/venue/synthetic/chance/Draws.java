package dev.sextant.local.venue.synthetic.chance;

/**
 * A row of random numbers, a function of seed and purpose alone. The algorithm is SplitMix64 and the functions are those
 * of {@link StrictMath}, so the row is the same on every machine and in every release of Java.
 */
public final class Draws {

    private static final double UNIT = 0x1.0p-53;
    private static final double POISSON_PART = 16;

    private long state;
    private double spare = Double.NaN;

    /** @param purpose keeps rows of one seed apart, so that a new consumer moves nobody else's numbers */
    public Draws(long seed, String purpose) {
        state = SplitMix.mix(seed ^ SplitMix.mix(hash(purpose)));
    }

    private static long hash(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = SplitMix.mix(hash + text.charAt(i));
        }
        return hash;
    }

    public long nextLong() {
        long drawn = SplitMix.mix(state);
        state += SplitMix.GAMMA;
        return drawn;
    }

    /** 0 to below 1. */
    public double uniform() {
        return (nextLong() >>> 11) * UNIT;
    }

    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** 0 to below the bound. */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Mean 0, deviation 1; Marsaglia's polar method. */
    public double gaussian() {
        if (!Double.isNaN(spare)) {
            double drawn = spare;
            spare = Double.NaN;
            return drawn;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * scale;
        return x * scale;
    }

    /** How many events come where this many are expected. */
    public int poisson(double mean) {
        int count = 0;
        double rest = mean;
        for (; rest > POISSON_PART; rest -= POISSON_PART) {
            count += poissonPart(POISSON_PART);
        }
        return count + poissonPart(rest);
    }

    private int poissonPart(double mean) {
        double product = uniform();
        if (mean <= 0) {
            return 0;
        }
        double limit = StrictMath.exp(-mean);
        int count = 0;
        while (product > limit) {
            product *= uniform();
            count++;
        }
        return count;
    }

    /** How long one waits for an event that comes this often on the average. */
    public double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    /** 0, 1, 2, … with this mean. */
    public int geometric(double mean) {
        return (int) (StrictMath.log(1 - uniform()) / StrictMath.log(mean / (1 + mean)));
    }

    /** Half of the draws are below the median; the logarithm has this deviation. */
    public double lognormal(double median, double logDeviation) {
        return median * StrictMath.exp(logDeviation * gaussian());
    }
}
