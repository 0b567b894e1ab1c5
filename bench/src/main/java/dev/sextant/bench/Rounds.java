package dev.sextant.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Runs a contender over its input again and again: first to warm up, then timed in batches and piece by piece. */
public final class Rounds {

    /** How many pieces share one reading of the clock, which costs about as much as one of our updates. */
    public static final int BATCH = 64;

    private static final int MEASURED = 7;
    private static final long WARM_UP_NANOS = 3_000_000_000L;
    private static final int LEAST_WARM_UP = 2;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Contender contender;
    private final int pieces;
    private double bytes = Double.MAX_VALUE;
    private double processorNanos;

    private Rounds(Contender contender, int pieces) {
        this.contender = contender;
        this.pieces = pieces;
    }

    /** Measures a contender over the first pieces of its input. */
    public static Figures measure(Contender contender, int pieces) {
        return new Rounds(contender, pieces).measure();
    }

    /** What a reading of the clock costs, in nanoseconds. */
    public static Spread clock() {
        double[] costs = new double[MEASURED];
        long read = 0;
        for (int round = -MEASURED; round < MEASURED; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < 1_000_000; i++) {
                read ^= System.nanoTime();
            }
            costs[Math.max(0, round)] = (System.nanoTime() - start) / 1e6;
        }
        return read == 1 ? new Spread(0, 0, 0) : Spread.of(costs);
    }

    private Figures measure() {
        long end = System.nanoTime() + WARM_UP_NANOS;
        for (int i = 0; i < LEAST_WARM_UP || System.nanoTime() < end; i++) {
            round(i % 2 == 0 ? BATCH : 1);
        }
        bytes = Double.MAX_VALUE;
        double[][] batches = new double[MEASURED][];
        double[][] singles = new double[MEASURED][];
        double[] means = new double[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            batches[i] = round(BATCH);
            means[i] = processorNanos;
            singles[i] = round(1);
        }
        return new Figures(
                pieces,
                Spread.of(means),
                quantile(batches, 0.5),
                quantile(batches, 0.99),
                quantile(singles, 0.5),
                quantile(singles, 0.99),
                bytes,
                contender.found());
    }

    /** The nanoseconds per piece of each batch. */
    private double[] round(int batch) {
        double[] nanos = new double[pieces / batch];
        contender.begin();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        long processor = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            contender.take(i * batch, (i + 1) * batch);
            nanos[i] = (double) (System.nanoTime() - start) / batch;
        }
        processorNanos = (double) (THREADS.getCurrentThreadCpuTime() - processor) / (nanos.length * batch);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        bytes = Math.min(bytes, (double) allocated / (nanos.length * batch));
        return nanos;
    }

    private static Spread quantile(double[][] rounds, double share) {
        return Spread.of(Arrays.stream(rounds)
                .mapToDouble(nanos -> quantile(nanos.clone(), share))
                .toArray());
    }

    private static double quantile(double[] nanos, double share) {
        Arrays.sort(nanos);
        return nanos[Math.max(0, (int) Math.ceil(share * nanos.length) - 1)];
    }
}
