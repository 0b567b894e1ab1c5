package dev.sextant.simulation.run;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.risk.AccountSettings;
import dev.sextant.domain.risk.R;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.simulation.check.Violation;
import dev.sextant.simulation.lane.Lane;
import dev.sextant.simulation.lane.LaneSite;
import dev.sextant.simulation.lane.Opportunities;
import dev.sextant.simulation.lane.People;
import dev.sextant.simulation.plancheck.PlanChecks;
import dev.sextant.simulation.plancheck.PlanEndChecks;
import dev.sextant.simulation.spot.SpotExchange;
import dev.sextant.simulation.spot.SpotMarket;
import dev.sextant.simulation.store.Limits;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** A run of the direct lane: plans of several orders on spot. */
final class PlanSimulation extends Simulation {

    private static final long PROBE_MS = 20_370;
    private static final int MOST_OFFERS = 8;

    /** Longer than eight tries to sell something back, with their waits in between, twice. */
    private static final long UNWINDING_MS = 120_000;

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

    private final SpotMarket market;
    private final SpotExchange exchange;
    private final Lane lane;
    private final Opportunities opportunities;
    private final People people;
    private final PlanEndChecks end;

    PlanSimulation(Plan plan) {
        super(plan, LIMITS);
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
        this.end = new PlanEndChecks(store, exchange);
    }

    @Override
    void live() {
        exchange.setHabits(faults.habits());
        people.begin();
        lane.begin();
        market.begin();
        opportunities.begin();
        sufferTrouble("everything works from now on");
        exchange.setHabits(faults.habits());
        opportunities.stop();
        pass(LIVENESS_MS);
        Set<String> dawdling = end.dawdling();
        if (!dawdling.isEmpty()) {
            // Their doubt may have ended a moment ago, and what they hold is sold back in up to eight steps.
            pass(UNWINDING_MS);
        }
        market.stand();
        end.nothingDawdles(dawdling);
        for (int hour = 0; hour < MOST_HOURS && end.unresolved(); hour++) {
            lane.quiet();
            pass(QUARANTINE_MS);
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
            pass(PROBE_MS);
            judged = offered.flatMap(made -> store.planView().find(made.planId()))
                    .isPresent();
        }
        Violation.when(!judged, "T1", MOST_OFFERS + " opportunities became nothing");
        for (int i = 0; i < MOST_OFFERS && end.unresolved(); i++) {
            pass(PROBE_MS);
        }
        end.all();
    }

    @Override
    int orders() {
        return exchange.orders().size();
    }
}
