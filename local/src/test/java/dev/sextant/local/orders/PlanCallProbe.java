package dev.sextant.local.orders;

import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.PlanOutcome;
import dev.sextant.domain.plan.PlanStep;
import dev.sextant.domain.plan.PlanStore.Reserved;
import dev.sextant.platform.orders.SqlPlanStore;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.Arrays;
import java.util.Locale;

/**
 * Prints what the one call between a sight and its first leg costs on this machine, part by part: the way to the database and
 * back, a commit on the disk, the call with and without that, alone and among calls of others. Not included: TLS, a network,
 * Aurora. Not a test: run the main method.
 */
final class PlanCallProbe implements AutoCloseable {

    private static final long PLAN_MS = 4_000;
    private static final int WARM_UP = 300;
    private static final int CALLS = 200;

    private final PlanDesk desk = new PlanDesk("direct");
    private final SqlClient direct = desk.sqlAs("direct");
    private final SqlPlanStore plans = new SqlPlanStore(direct);
    private int plan;

    private PlanCallProbe() {
        desk.sql("update risk.accounts set max_orders_per_minute = 1000");
        desk.sql("create table public.bare (n bigint)");
        desk.sql("grant insert on public.bare to sextant_direct");
    }

    /** Answers how long the part that counts took, in nanoseconds. */
    @FunctionalInterface
    interface Timed {
        long run() throws InterruptedException;
    }

    public static void main(String[] args) throws InterruptedException {
        try (PlanCallProbe probe = new PlanCallProbe()) {
            for (int i = 0; i < WARM_UP; i++) {
                probe.reserved(probe.plans);
            }
            for (boolean durable : new boolean[] {true, false}) {
                probe.commits(durable);
                String when = durable ? ", commit on the disk" : ", commit not waited for";
                measure("a bare read", 0, () -> timed(() -> probe.direct.query(Sql.of("select 1 as x"))));
                measure(
                        "one row written" + when,
                        0,
                        () -> timed(() -> probe.direct.update(Sql.of("insert into public.bare values (1)"))));
                measure("the plan's call" + when, 0, () -> probe.reserved(probe.plans));
                measure("the same after a rest" + when, 150, () -> probe.reserved(probe.plans));
                measure("the same among others" + when, 50, () -> {
                    probe.others();
                    return probe.reserved(probe.plans);
                });
            }
        }
    }

    /** Sessions of other parts come between, as in a desk. */
    private void others() {
        for (String part : new String[] {"scorer", "ingest", "api", "reconciler"}) {
            desk.sqlAs(part).query(Sql.of("select count(*) as x from execution.plans where state = 'RUNNING'"));
        }
    }

    private void commits(boolean durable) {
        String database = desk.one("select current_database() as x");
        desk.sql("alter database " + database + " set synchronous_commit to " + (durable ? "on" : "off"));
        // Sessions that are open keep what they have; one that was told to set something is closed after it.
        for (int session = 0; session < 4; session++) {
            desk.sql("set application_name to 'gone'");
        }
        String now = direct.query(Sql.of("select current_setting('synchronous_commit') as x"))
                .getFirst()
                .text("x");
        if (now.equals("on") != durable) {
            throw new IllegalStateException("synchronous_commit is " + now);
        }
    }

    private static long timed(Runnable step) {
        long start = System.nanoTime();
        step.run();
        return System.nanoTime() - start;
    }

    private long reserved(SqlPlanStore store) {
        long nowMs = OrderDesk.T0 + PLAN_MS * plan;
        CyclePlan wanted = at(desk.plan("seen-" + plan++), nowMs);
        LegIntent first = LegIntent.first(wanted);
        ClaimRequest claim = new ClaimRequest(first.id(), "token-" + plan, nowMs, nowMs, 0, "probe");
        long start = System.nanoTime();
        Reserved answer = store.reserve(wanted, claim, "probe", nowMs);
        long took = System.nanoTime() - start;
        if (!(answer instanceof Reserved.Approved)) {
            throw new IllegalStateException("refused: " + answer);
        }
        desk.orders.report(OrderReport.of(first.id(), "probe", OrderTrigger.VENUE_CANCELED, null, null, nowMs));
        store.end(wanted.planId(), new PlanStep.End(PlanOutcome.MISSED, "probe"), "probe", nowMs);
        return took;
    }

    private static CyclePlan at(CyclePlan p, long nowMs) {
        return new CyclePlan(
                p.planId(),
                p.account(),
                p.venue(),
                p.strategy(),
                p.strategyVersion(),
                p.opportunityId(),
                p.cycle(),
                p.lane(),
                p.spend(),
                p.expectedProfit(),
                p.worstLoss(),
                p.startValue(),
                p.legs(),
                p.routes(),
                p.maxBookAgeMs(),
                nowMs,
                nowMs + 2_000);
    }

    private static void measure(String what, long restMs, Timed call) throws InterruptedException {
        long[] ns = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            if (restMs > 0) {
                Thread.sleep(restMs);
            }
            ns[i] = call.run();
        }
        Arrays.sort(ns);
        System.out.printf(
                Locale.ROOT,
                "%-55s p50 %.2f ms  p90 %.2f ms  p99 %.2f ms%n",
                what,
                ns[CALLS / 2] / 1e6,
                ns[CALLS * 9 / 10] / 1e6,
                ns[CALLS * 99 / 100] / 1e6);
    }

    @Override
    public void close() {
        desk.close();
    }
}
