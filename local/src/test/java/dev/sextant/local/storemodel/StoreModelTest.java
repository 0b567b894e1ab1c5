package dev.sextant.local.storemodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * The simulation proves the protocol on a store in memory; here that store and Postgres get the same drawn operations.
 * {@code -Dstore.operations=1000000} makes it long, {@code -Dstore.from=N} begins at another seed and
 * {@code -Dstore.seed=N} repeats one sequence.
 */
class StoreModelTest {

    private static final int LENGTH = 400;
    private static final long USUAL = 20_000;
    private static final int DATABASES = 2;
    private static final int SEEDS_TOLD = 100;

    private final long operations = Long.getLong("store.operations", USUAL);
    private final AtomicLong seeds = new AtomicLong(Long.getLong("store.from", 1));
    private final Counts counts = new Counts();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void theModelAndPostgresAnswerAndStoreTheSame() {
        Long one = Long.getLong("store.seed");
        if (one != null) {
            try (Database database = new Database()) {
                sequence(database.side(), one);
            }
            report();
            return;
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(DATABASES)) {
            for (int i = 0; i < DATABASES; i++) {
                workers.execute(this::work);
            }
        }
        report();
        if (operations >= USUAL) {
            Set<String> missing = Answers.every();
            missing.removeAll(counts.seen());
            assertEquals(List.of(), List.copyOf(missing), "answers that never came");
        }
    }

    private void report() {
        System.out.println(counts.operations() + " operations up to seed " + (seeds.get() - 1) + "\n" + counts.table());
        if (!failures.isEmpty()) {
            fail(String.join("\n\n", failures));
        }
    }

    private void work() {
        try (Database database = new Database()) {
            PostgresSide postgres = database.side();
            while (counts.operations() < operations && failures.isEmpty()) {
                long seed = seeds.getAndIncrement();
                sequence(postgres, seed);
                if (seed % SEEDS_TOLD == 0) {
                    System.out.println("seed " + seed + ", " + counts.operations() + " operations");
                }
            }
        } catch (RuntimeException e) { // a worker has nobody above it; what ends it must fail the test
            failures.add(String.valueOf(e));
        }
    }

    private void sequence(PostgresSide postgres, long seed) {
        List<Operation> done = new ArrayList<>();
        Optional<Difference> difference = new Comparison(postgres, counts::add).draw(seed, LENGTH, done);
        if (difference.isPresent()) {
            failures.add(story(postgres, seed, difference.get(), done));
        } else if (postgres.brokenLinks() > 0) {
            failures.add("seed " + seed + " breaks the audit's chain");
        }
    }

    private static String story(PostgresSide postgres, long seed, Difference difference, List<Operation> done) {
        Comparison quiet = new Comparison(postgres, (operation, said) -> {});
        Difference first = quiet.run(done).orElse(difference);
        List<Operation> fewest = new Shrinking(quiet, first).shrink(done.subList(0, first.step() + 1));
        StringBuilder story = new StringBuilder("seed " + seed + ": " + difference.inWords());
        story.append("\n").append(fewest.size()).append(" operations are enough:");
        fewest.forEach(operation -> story.append("\n  ").append(operation));
        quiet.run(fewest).ifPresent(last -> story.append("\n").append(last.inWords()));
        return story.append("\nagain: ./mvnw -q -pl local -am test -Dtest=StoreModelTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dstore.seed=" + seed)
                .toString();
    }
}
