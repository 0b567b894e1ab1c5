package dev.sextant.simulation.run;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.risk.AccountSettings;
import dev.sextant.domain.risk.R;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.simulation.check.Sometimes;
import dev.sextant.simulation.check.Violation;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.kernel.Sandboxes;
import dev.sextant.simulation.kernel.Trace;
import dev.sextant.simulation.lane.Lane;
import dev.sextant.simulation.lane.LaneSite;
import dev.sextant.simulation.lane.Opportunities;
import dev.sextant.simulation.lane.People;
import dev.sextant.simulation.plancheck.PlanChecks;
import dev.sextant.simulation.plancheck.PlanEndChecks;
import dev.sextant.simulation.spot.SpotExchange;
import dev.sextant.simulation.spot.SpotMarket;
import dev.sextant.simulation.store.Limits;
import dev.sextant.simulation.store.ModelStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of the direct lane: a quarter of an hour of trouble, five minutes in which everything works, and the checks of both. */
final class PlanSimulation {

    private static final long START_MS = Instant.parse("2026-03-03T06:00:00Z").toEpochMilli();
    private static final long LIVENESS_MS = 300_000;
    private static final long QUARANTINE_MS = 4_200_000;
    private static final int MOST_HOURS = 3;
    private static final long PROBE_MS = 20_370;
    private static final int MOST_OFFERS = 8;
    private static final BigDecimal DOLLARS = BigDecimal.valueOf(6_000);
    private static final Account ACCOUNT = new Account("paper-spot");
    private static final Limits LIMITS = new Limits(
            new AccountSettings(ACCOUNT, "paper", "USD", BigDecimal.valueOf(80)),
            new RiskLimits(
                    2,
                    BigDecimal.valueOf(6_000),
                    BigDecimal.valueOf(12_000),
                    10,
                    R.of("6"),
                    6,
                    60_000,
                    30_000,
                    500,
                    5_000),
            DOLLARS);

    private final Plan plan;
    private final Kernel kernel;
    private final Sandboxes sandboxes;
    private final Faults faults;
    private final Sometimes.Seen seen = new Sometimes.Seen();
    private final ModelStore store;
    private final SpotMarket market;
    private final SpotExchange exchange;
    private final Lane lane;
    private final Opportunities opportunities;
    private final People people;

    PlanSimulation(Plan plan) {
        this.plan = plan;
        this.kernel = new Kernel(plan.seed(), START_MS, new Trace(plan.traceLines()));
        this.sandboxes = new Sandboxes(kernel, plan.crashes());
        this.faults = new Faults(kernel, plan.swarm());
        this.store =
                new ModelStore(LIMITS, plan.mutant().defects(), plan.mutant().ofPlans());
        this.market = new SpotMarket(kernel);
        PlanChecks checks = new PlanChecks(kernel, store, market, seen);
        this.exchange = new SpotExchange(kernel, market, checks, DOLLARS);
        LaneSite site = new LaneSite(
                kernel,
                sandboxes,
                faults,
                store,
                market,
                exchange,
                ACCOUNT,
                plan.mutant().lane(),
                checks);
        this.lane = new Lane(site, kernel.chance(0.6));
        this.opportunities = new Opportunities(site, lane);
        this.people = new People(site, lane);
    }

    Outcome run() {
        Violation violation = null;
        try {
            live();
        } catch (Violation e) {
            violation = e;
        } finally {
            sandboxes.killAll();
        }
        return outcome(violation);
    }

    private void live() {
        exchange.setHabits(faults.habits());
        people.begin();
        lane.begin();
        market.begin();
        opportunities.begin();
        kernel.runUntil(START_MS + plan.troubleMs());
        kernel.note("everything works from now on");
        faults.heal();
        exchange.setHabits(faults.habits());
        opportunities.stop();
        kernel.runUntil(kernel.nowMs() + LIVENESS_MS);
        market.stand();
        PlanEndChecks end = new PlanEndChecks(store, exchange);
        end.nothingDawdles();
        for (int hour = 0; hour < MOST_HOURS && end.unresolved(); hour++) {
            lane.quiet();
            kernel.runUntil(kernel.nowMs() + QUARANTINE_MS);
        }
        end.all();
        tradesAgain();
    }

    /** T1: what is offered is traded whole, or a rule speaks against it. */
    private void tradesAgain() {
        boolean judged = false;
        for (int offers = 0; !judged && offers < MOST_OFFERS; offers++) {
            // One that comes while the lane looks after something is left alone.
            Optional<CyclePlan> offered = opportunities.offer();
            kernel.runUntil(kernel.nowMs() + PROBE_MS);
            judged = offered.flatMap(made -> store.planView().find(made.planId()))
                    .isPresent();
        }
        Violation.when(!judged, "T1", MOST_OFFERS + " opportunities became nothing");
        PlanEndChecks end = new PlanEndChecks(store, exchange);
        for (int i = 0; i < MOST_OFFERS && end.unresolved(); i++) {
            kernel.runUntil(kernel.nowMs() + PROBE_MS);
        }
        end.all();
    }

    private Outcome outcome(@Nullable Violation violation) {
        return new Outcome(
                plan.world(),
                plan.seed(),
                violation,
                kernel.trace().hash(),
                kernel.nowMs() - START_MS,
                kernel.trace().steps(),
                sandboxes.calls(),
                exchange.orders().size(),
                faults.injected(),
                seen.counts(),
                Doubt.of(store.moves()),
                kernel.trace().lines());
    }
}
