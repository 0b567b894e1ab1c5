package dev.sextant.simulation.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** Many runs, as many at a time as there are processors; their outcomes come in the order of their seeds. */
public final class Campaign {

    private static final int AHEAD = 4;

    private Campaign() {}

    /**
     * Runs seeds until {@code each} has seen all of them, or says to stop.
     *
     * @param plans the run of a seed
     * @param each called on the caller's thread, in the order of the seeds
     */
    public static void run(long firstSeed, long seeds, LongFunction<Plan> plans, Consumer<Outcome> each) {
        int processors = Runtime.getRuntime().availableProcessors();
        try (ExecutorService workers = Executors.newFixedThreadPool(processors)) {
            Deque<Future<Outcome>> waiting = new ArrayDeque<>();
            for (long i = 0; i < seeds; i++) {
                Plan plan = plans.apply(firstSeed + i);
                waiting.add(workers.submit(() -> Simulation.run(plan)));
                if (waiting.size() >= processors * AHEAD) {
                    each.accept(result(waiting.remove()));
                }
            }
            while (!waiting.isEmpty()) {
                each.accept(result(waiting.remove()));
            }
        }
    }

    private static Outcome result(Future<Outcome> run) {
        try {
            return run.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while seeds ran", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a seed could not be run: " + e.getCause(), e.getCause());
        }
    }
}
