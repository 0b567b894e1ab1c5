package dev.sextant.local.storemodel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several clients of one database, each with a thread and a few operations of its own, all at once. */
final class Clients implements AutoCloseable {

    private static final long PATIENCE_S = 60;

    private final int count;
    private final PostgresSide postgres;
    private final ExecutorService threads;

    Clients(int count, PostgresSide postgres) {
        this.count = count;
        this.postgres = postgres;
        this.threads = Executors.newFixedThreadPool(count);
    }

    /** Deals the operations out and carries them out; who is dealt several does them one after another. */
    List<Explanation.Seen> run(List<Operation> operations) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        List<Future<List<Explanation.Seen>>> running = new ArrayList<>();
        for (int client = 0; client < count; client++) {
            List<Operation> own = new ArrayList<>();
            for (int i = client; i < operations.size(); i += count) {
                own.add(operations.get(i));
            }
            running.add(threads.submit(() -> {
                start.await(PATIENCE_S, TimeUnit.SECONDS);
                return own.stream().map(this::seen).toList();
            }));
        }
        return collected(running);
    }

    private static List<Explanation.Seen> collected(List<Future<List<Explanation.Seen>>> running)
            throws InterruptedException, ExecutionException, java.util.concurrent.TimeoutException {
        List<Explanation.Seen> seen = new ArrayList<>();
        for (Future<List<Explanation.Seen>> client : running) {
            seen.addAll(client.get(PATIENCE_S, TimeUnit.SECONDS));
        }
        return seen;
    }

    private Explanation.Seen seen(Operation operation) {
        long askedNs = System.nanoTime();
        Operation.Said said = operation.on(postgres);
        return new Explanation.Seen(operation, said, askedNs, System.nanoTime());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
