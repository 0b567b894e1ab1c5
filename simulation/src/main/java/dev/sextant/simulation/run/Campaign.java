package dev.sextant.simulation.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** Many runs, as many at a time as there are processors; their outcomes come in the order of their seeds. */
public final class Campaign {

    private static final int AHEAD = 4;

    private Campaign() {}

    /**
     * Runs seeds until all are done or {@code goesOn} says no.
     *
     * @param plans the run of a seed
     * @param goesOn sees each outcome, in the order of the seeds, on the caller's thread
     */
    public static void run(long firstSeed, long seeds, LongFunction<Plan> plans, Predicate<Outcome> goesOn) {
        int processors = Runtime.getRuntime().availableProcessors();
        try (ExecutorService workers = Executors.newFixedThreadPool(processors)) {
            Deque<Future<Outcome>> waiting = new ArrayDeque<>();
            boolean on = true;
            for (long i = 0; on && i < seeds; i++) {
                Plan plan = plans.apply(firstSeed + i);
                waiting.add(workers.submit(() -> Simulation.run(plan)));
                if (waiting.size() >= processors * AHEAD) {
                    on = goesOn.test(result(waiting.remove()));
                }
            }
            while (on && !waiting.isEmpty()) {
                on = goesOn.test(result(waiting.remove()));
            }
            waiting.forEach(run -> run.cancel(false));
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
