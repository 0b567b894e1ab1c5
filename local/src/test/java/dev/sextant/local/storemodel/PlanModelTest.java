package dev.sextant.local.storemodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.Reported;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.PlanOutcome;
import dev.sextant.domain.plan.PlanStep;
import dev.sextant.domain.plan.PlanStore;
import dev.sextant.domain.plan.PlanStore.Reserved;
import dev.sextant.domain.risk.KillSwitch;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.reconciler.Findings;
import dev.sextant.simulation.store.PlanView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The steps of plans on the simulation's store and, through the classes that the lane uses, on Postgres: the same drawn
 * operations, the same answers, the same rows. {@code -Dplans.operations=100000} makes it long, {@code -Dplans.from=N} begins
 * at another seed.
 */
class PlanModelTest {

    private static final Findings CLEAN = new Findings(0, 0, 0, List.of(), List.of(), List.of(), List.of());
    private static final List<Symbol> BLOCKED =
            List.of(PlanDraws.PAIRS.getLast().pair(), new Symbol("BTC"), new Symbol("XRP"));
    private static final int LENGTH = 100;
    private static final long USUAL = 800;
    private static final int STORED_EVERY = 10;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> done = new ArrayList<>();

    @Test
    void theModelAndPostgresAnswerAndStoreTheSame() {
        long operations = Long.getLong("plans.operations", USUAL);
        try (Database database = new Database()) {
            long seed = Long.getLong("plans.from", 1);
            for (long i = 0; i < operations; i += LENGTH) {
                sequence(database, seed++);
            }
        }
        System.out.println(counts);
        assertTrue(
                counts.keySet().stream()
                                .filter(key -> key.startsWith("reserve refused"))
                                .count()
                        > 4,
                counts::toString);
    }

    private void sequence(Database database, long seed) {
        PlanSides sides = new PlanSides(database);
        Random random = new Random(seed);
        PlanDraws draws = new PlanDraws(random);
        long nowMs = World.BEGINNING_MS;
        done.clear();
        for (int step = 0; step < LENGTH; step++) {
            nowMs += random.nextInt(20) == 0 ? random.nextInt(200_000) : random.nextInt(2_000);
            step(sides, draws, random, nowMs, seed);
            if (step % STORED_EVERY == STORED_EVERY - 1) {
                List<String> expected = sides.modelLines();
                List<String> actual = sides.postgresLines();
                assertEquals(Comparison.only(expected, actual), Comparison.only(actual, expected), () -> story(seed));
            }
        }
    }

    private String story(long seed) {
        return "seed " + seed + " after\n  "
                + String.join("\n  ", done.subList(Math.max(0, done.size() - 25), done.size()));
    }

    private void same(long seed, String what, String expected, String actual) {
        done.add(what + ": " + expected);
        counts.merge(what.split(" ", 2)[0] + " " + expected.split(":", 2)[0], 1, Integer::sum);
        assertEquals(expected, actual, () -> story(seed));
    }

    private void step(PlanSides sides, PlanDraws draws, Random random, long nowMs, long seed) {
        List<StoredOrder> orders = sides.store().orders();
        List<PlanView.Booked> plans = sides.store().planView().all();
        int draw = random.nextInt(100);
        if (draw < 25 || plans.isEmpty()) {
            CyclePlan plan = draws.plan(nowMs);
            boolean direct = random.nextInt(4) != 0;
            ClaimRequest claim = direct ? claim(LegIntent.first(plan).id(), random, nowMs) : null;
            onPlans(
                    sides,
                    seed,
                    "reserve " + plan.opportunityId() + " claimed " + direct,
                    store -> words(store.reserve(plan, claim, "test", nowMs)));
        } else if (draw < 50) {
            List<PlanView.Booked> live = sides.store().planView().live();
            CyclePlan plan = draws.pick(live.isEmpty() || random.nextInt(8) == 0 ? plans : live)
                    .plan();
            LegIntent leg = LegIntent.of(plan, draws.step(plan));
            ClaimRequest claim = claim(leg.id(), random, nowMs);
            onPlans(
                    sides,
                    seed,
                    "leg " + leg.purpose() + " of " + plan.opportunityId(),
                    store -> words(store.reserveLeg(leg, claim, "test", nowMs)));
        } else if (draw < 77 && !orders.isEmpty()) {
            StoredOrder order = random.nextInt(5) == 0 ? draws.pick(orders) : orders.getLast();
            OrderReport report = draws.report(order, sides.store().bookedFills(), nowMs);
            both(sides, seed, "report " + report.trigger() + " " + report.fills(), (orderStore, of) -> {
                Reported said = orderStore.report(report);
                return said.state() + ": " + said.version() + " " + said.changed() + " " + said.newFills();
            });
        } else if (draw < 83 && !orders.isEmpty()) {
            ClaimRequest claim = claim(draws.pick(orders).id(), random, nowMs);
            both(sides, seed, "claim", (orderStore, of) -> words(orderStore.claim(claim)));
        } else if (draw < 86) {
            CyclePlan plan = draws.pick(plans).plan();
            PlanStep.End end = new PlanStep.End(draws.pick(List.of(PlanOutcome.values())), "drawn");
            onPlans(sides, seed, "end " + end.outcome(), store -> end(store, plan.planId(), end, nowMs));
        } else {
            around(sides, draws, random, nowMs, seed, plans);
        }
        PlanView.Booked any = plans.isEmpty() ? null : draws.pick(plans);
        if (any != null) {
            onPlans(
                    sides,
                    seed,
                    "find",
                    store -> "found: "
                            + store.find(any.plan().planId())
                                    .map(PlanSides::words)
                                    .orElse("-"));
        }
        onPlans(
                sides,
                seed,
                "live",
                store -> "live: "
                        + store.live(PlanSides.ACCOUNT).stream()
                                .map(PlanSides::words)
                                .toList());
    }

    private void around(
            PlanSides sides, PlanDraws draws, Random random, long nowMs, long seed, List<PlanView.Booked> plans) {
        switch (random.nextInt(6)) {
            case 0 -> sides.filters(PlanDraws.instrument(draws.pick(PlanDraws.PAIRS), random.nextBoolean()));
            case 1 -> {
                KillSwitch.Level level = draws.pick(List.of(KillSwitch.Level.ENTRIES, KillSwitch.Level.FLATTEN));
                if (random.nextInt(3) == 0) {
                    desk(sides, seed, "kill", side -> side.kill(PlanSides.ACCOUNT, level, nowMs));
                }
                desk(sides, seed, "resume", side -> side.resume(PlanSides.ACCOUNT, "ann", nowMs));
            }
            case 2 -> {
                boolean running = random.nextInt(4) != 0;
                desk(sides, seed, "run", side -> side.run("one", running, nowMs));
            }
            case 3 -> {
                RiskLimits limits = limits(sides.store().limits(), random);
                long version = sides.store().account().limitsVersion();
                desk(sides, seed, "limit", side -> side.limit(PlanSides.ACCOUNT, version, limits, nowMs));
            }
            case 4 -> {
                String planId = draws.pick(plans).plan().planId();
                String expected = sides.store().planView().clear(planId, nowMs);
                same(seed, "clear", expected, sides.clear(planId, nowMs));
            }
            default -> {
                Symbol name = draws.pick(BLOCKED);
                if (random.nextInt(3) == 0) {
                    sides.model.block(name, "drawn");
                    sides.postgres.block(name, "drawn");
                }
                desk(sides, seed, "pass", side -> {
                    side.publish(PlanSides.ACCOUNT, CLEAN, nowMs);
                    return "published";
                });
                desk(sides, seed, "resume", side -> side.resume(PlanSides.ACCOUNT, "ann", nowMs));
                desk(sides, seed, "unblock", side -> side.unblock(PlanSides.ACCOUNT, name, nowMs));
            }
        }
    }

    private static RiskLimits limits(RiskLimits now, Random random) {
        return new RiskLimits(
                random.nextInt(1, 4),
                BigDecimal.valueOf(random.nextInt(300, 700)),
                BigDecimal.valueOf(random.nextInt(600, 1_200)),
                random.nextInt(2, 9),
                now.maxDailyLoss(),
                now.maxConsecutiveLosses(),
                now.lossPauseMs(),
                now.maxDataAgeMs(),
                now.maxClockAheadMs(),
                now.maxClockOffsetMs(),
                now.guard());
    }

    private static ClaimRequest claim(IntentId id, Random random, long nowMs) {
        long aheadMs = random.nextInt(20) == 0 ? random.nextInt(-6_000, 1_500) : random.nextInt(-50, 50);
        return new ClaimRequest(id, "token" + random.nextInt(3), nowMs, nowMs - aheadMs, aheadMs, "test");
    }

    private static String end(PlanStore store, String planId, PlanStep.End end, long nowMs) {
        try {
            store.end(planId, end, "test", nowMs);
            return "ended";
        } catch (IllegalStateException e) {
            return "thrown: " + e.getMessage();
        }
    }

    private void onPlans(PlanSides sides, long seed, String what, Function<PlanStore, String> step) {
        same(seed, what, step.apply(sides.modelPlans()), step.apply(sides.sqlPlans));
    }

    private void both(PlanSides sides, long seed, String what, BiFunction<OrderStore, PlanStore, String> step) {
        String expected = step.apply(sides.store(), sides.modelPlans());
        same(seed, what, expected, step.apply(sides.postgres.orders(PlanSides.ACCOUNT), sides.sqlPlans));
    }

    private void desk(PlanSides sides, long seed, String what, Function<Side, String> step) {
        same(seed, what, step.apply(sides.model), step.apply(sides.postgres));
    }

    private static String words(Reserved answer) {
        return switch (answer) {
            case Reserved.Approved(Claim claim) -> "approved " + words(claim);
            case Reserved.Refused refused -> "refused " + refused.code() + ": " + refused.reason();
            case Reserved.Exists exists -> "exists: " + exists.state();
        };
    }

    private static String words(@Nullable Claim claim) {
        return switch (claim) {
            case null -> "unclaimed";
            case Claim.Granted(StoredOrder order) ->
                "granted: " + order.id() + " " + order.state() + " " + order.version() + " " + order.request() + " "
                        + E8.printDecimal(order.referencePrice()) + " " + order.claimedAtMs();
            case Claim.Denied denied -> "denied " + denied.code() + ": " + denied.reason();
        };
    }
}
