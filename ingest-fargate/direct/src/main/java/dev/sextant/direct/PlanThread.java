package dev.sextant.direct;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.PlanState;
import dev.sextant.domain.plan.PlanStore.Reserved;
import dev.sextant.ingest.lease.TickGate;
import dev.sextant.placer.PlanRunner;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that trades: takes a plan when it has none, and goes on each second with what is not over. After a start it
 * goes on with what an earlier run left.
 */
final class PlanThread implements DirectLane.PlanTaker, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PlanThread.class);
    private static final long KEEP_MS = 1_000;
    private static final long END_MS = 5_000;

    /** A rehearsal costs the database a few rows that vanish again; without one for longer, caches are somebody else's. */
    private static final long REHEARSE_MS = 5_000;

    /** So often at first: until then the virtual machine has only interpreted what it runs. */
    private static final int FIRST_REHEARSALS = 100;

    /** Opportunities known to be taken: one that is forgotten is asked for again, and the database says no. */
    private static final int REMEMBERED = 1_000;

    private final PlanRunner runner;
    private final Account account;
    private final BiConsumer<String, String> taken;
    private final BiConsumer<String, String> left;
    private final Supplier<Optional<CyclePlan>> sample;
    private final LaneTime time;
    private final TickGate lease;
    private boolean rehearsed;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Set<String> approved = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("direct-lane").factory());

    /**
     * @param taken told the opportunity and the plan that takes it
     * @param left told the opportunity and why nothing takes it
     * @param sample a plan to rehearse with, when there can be one
     * @param lease nothing is begun or gone on with while it is shut
     */
    PlanThread(
            PlanRunner runner,
            Account account,
            BiConsumer<String, String> taken,
            BiConsumer<String, String> left,
            Supplier<Optional<CyclePlan>> sample,
            LaneTime time,
            TickGate lease) {
        this.lease = lease;
        this.sample = sample;
        this.time = time;
        this.runner = runner;
        this.account = account;
        this.taken = taken;
        this.left = left;
    }

    void start() {
        var _ = thread.scheduleWithFixedDelay(() -> quietly(this::keep), 0, KEEP_MS, TimeUnit.MILLISECONDS);
        var _ = thread.scheduleWithFixedDelay(
                () -> quietly(this::rehearse), KEEP_MS, REHEARSE_MS, TimeUnit.MILLISECONDS);
    }

    private void keep() {
        if (lease.term() != TickGate.CLOSED) {
            runner.keep(account);
        }
    }

    /** Gives way to a plan that waits. */
    private void rehearse() {
        int times = rehearsed ? 1 : FIRST_REHEARSALS;
        for (int done = 0; done < times && isFree() && lease.term() != TickGate.CLOSED; done++) {
            Optional<CyclePlan> plan = sample.get();
            if (plan.isEmpty()) {
                return;
            }
            runner.rehearse(plan.get());
            rehearsed = true;
        }
    }

    @Override
    public boolean isFree() {
        return !busy.get();
    }

    @Override
    public void take(CyclePlan plan, long seenNanos) {
        if (busy.compareAndSet(false, true)) {
            time.seen(seenNanos);
            thread.execute(() -> {
                try {
                    quietly(() -> begin(plan));
                } finally {
                    time.left();
                    busy.set(false);
                }
            });
        } else {
            leave(plan.opportunityId(), "another plan was under way");
        }
    }

    private void begin(CyclePlan plan) {
        if (lease.term() == TickGate.CLOSED) {
            leave(plan.opportunityId(), "the database did not renew this process's lease");
            return;
        }
        switch (runner.begin(plan)) {
            case Reserved.Approved _ -> {
                approved.add(plan.opportunityId());
                taken.accept(plan.opportunityId(), plan.planId());
            }
            case Reserved.Refused refused -> leave(plan.opportunityId(), refused.code() + ": " + refused.reason());
            case Reserved.Exists(String state) -> {
                if (!state.equals(PlanState.RISK_REJECTED.name())) {
                    approved.add(plan.opportunityId());
                }
            }
        }
    }

    @Override
    public boolean hasTaken(String opportunityId) {
        return approved.contains(opportunityId);
    }

    @Override
    public void leave(String opportunityId, String reason) {
        left.accept(opportunityId, reason);
    }

    private static void quietly(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            // Whatever it is, the next second goes on from what the database says.
            LOG.error("the direct lane stumbled and goes on", e);
        }
    }

    /** Lets the step under way finish. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(END_MS, TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
