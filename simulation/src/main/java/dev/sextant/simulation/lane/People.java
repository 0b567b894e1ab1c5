package dev.sextant.simulation.lane;

import dev.sextant.domain.plan.PairTerms;
import dev.sextant.domain.risk.KillSwitch;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.spot.SpotBook;
import dev.sextant.simulation.spot.SpotExchange;
import dev.sextant.simulation.spot.SpotMarket;
import dev.sextant.simulation.store.Answer;
import dev.sextant.simulation.store.ModelStore;
import dev.sextant.simulation.store.PlanView;
import java.math.BigDecimal;
import java.util.List;

/** People and accidents around the lane, and the way back from them. */
public final class People {

    private static final List<KillSwitch.Level> KILLS =
            List.of(KillSwitch.Level.ENTRIES, KillSwitch.Level.CANCEL, KillSwitch.Level.FLATTEN);

    private final LaneSite site;
    private final Lane lane;

    public People(LaneSite site, Lane lane) {
        this.site = site;
        this.lane = lane;
    }

    /** Puts the account, its strategy and the pairs in place, and starts the troubles that come by themselves. */
    public void begin() {
        site.store().planView().setLane(PlanWriter.STRATEGY, "direct");
        strategy("RUNNING");
        site.market().books().forEach(book -> filters(book.terms()));
        site.kernel().after(site.kernel().between(1_000, 20_000), this::trouble);
        site.kernel().after(30_000, this::tidy);
    }

    private void strategy(String state) {
        site.store().setStrategy(PlanWriter.STRATEGY, state, List.of());
    }

    private void filters(PairTerms terms) {
        site.store().setInstrument(SpotMarket.instrument(terms, !site.exchange().isHalted(terms.pair())));
    }

    private void trouble() {
        Faults faults = site.faults();
        Kernel kernel = site.kernel();
        if (!faults.last()) {
            return;
        }
        if (faults.strikes(FaultClass.STORE_OUTAGE, 0.1)) {
            faults.storeAway(kernel.between(1_000, 60_000));
        }
        if (faults.strikes(FaultClass.VENUE_OUTAGE, 0.1)) {
            faults.venueAway(kernel.between(1_000, 90_000));
        }
        if (faults.strikes(FaultClass.VENUE_CLOSED, 0.08)) {
            site.exchange().close(kernel.between(2_000, 90_000));
        }
        if (faults.strikes(FaultClass.FILTERS, 0.1)) {
            halt(kernel.pick(List.copyOf(site.market().books())));
        }
        if (faults.strikes(FaultClass.BURSTS, 0.01)) {
            site.market().crash();
        }
        if (faults.strikes(FaultClass.DESK_CRASH, 0.08)) {
            lane.crash();
            kernel.after(kernel.between(500, 60_000), this::comeBack);
        }
        if (faults.strikes(FaultClass.OPERATOR, 0.3)) {
            command();
        }
        site.exchange().setHabits(faults.habits());
        kernel.after(kernel.between(2_000, 15_000), this::trouble);
    }

    private void halt(SpotBook book) {
        SpotExchange exchange = site.exchange();
        exchange.halt(book.terms().pair(), !exchange.isHalted(book.terms().pair()));
        // The desk hears of it a little later.
        site.kernel().after(site.kernel().between(1_000, 20_000), () -> filters(book.terms()));
    }

    /** The desk is up again, its strategy stopped. */
    private void comeBack() {
        if (!lane.isUp()) {
            strategy("STOPPED");
            lane.restart();
        }
    }

    private void command() {
        ModelStore store = site.store();
        long nowMs = site.kernel().nowMs();
        switch ((int) site.kernel().between(0, 4)) {
            case 0, 1 -> {
                KillSwitch.Level level = site.kernel().pick(KILLS);
                if (store.commands().kill(level, "operator", nowMs)) {
                    site.kernel().note("killed " + level);
                    site.witness().killed();
                }
            }
            case 2 -> strategy("STOPPED");
            case 3 -> tighten();
            default -> resume();
        }
    }

    private void tighten() {
        RiskLimits limits = site.store().limits();
        site.store()
                .setLimits(new RiskLimits(
                        (int) site.kernel().between(1, 3),
                        BigDecimal.valueOf(site.kernel().between(1_000, 6_000)),
                        limits.maxTotalNotional(),
                        (int) site.kernel().between(2, 10),
                        limits.maxDailyLoss(),
                        limits.maxConsecutiveLosses(),
                        limits.lossPauseMs(),
                        limits.maxDataAgeMs(),
                        limits.maxClockAheadMs(),
                        limits.maxClockOffsetMs()));
    }

    /** What a careful person does each half minute. */
    private void tidy() {
        boolean healed = !site.faults().last();
        if (healed) {
            site.exchange().setHabits(site.faults().habits());
            site.exchange().open();
            site.market().books().forEach(book -> filters(book.terms()));
            comeBack();
            resume();
        }
        if (healed || site.kernel().chance(0.3)) {
            strategy("RUNNING");
            site.store().setLimits(site.store().firstLimits());
            unblock();
            clear();
        }
        if (site.kernel().chance(0.5)) {
            resume();
        }
        site.kernel().after(30_000, this::tidy);
    }

    private void unblock() {
        site.store()
                .surroundings()
                .blocked()
                .forEach(pair ->
                        site.store().surroundings().unblock(pair, site.kernel().nowMs()));
    }

    private void clear() {
        PlanView plans = site.store().planView();
        plans.all().stream().filter(PlanView.Booked::waitsForAPerson).forEach(left -> {
            plans.clear(left.plan().planId(), site.kernel().nowMs());
            site.kernel().note("a person has seen what was left");
        });
    }

    private void resume() {
        if (site.store().commands().resume("operator", site.kernel().nowMs()) == Answer.CHANGED) {
            site.kernel().note("resumed");
        }
    }
}
