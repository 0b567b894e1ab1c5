package dev.sextant.simulation.lane;

import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.Quotes;
import dev.sextant.placer.PlanRunner;
import dev.sextant.simulation.desk.StorePort;
import dev.sextant.simulation.desk.VenueWatch;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.kernel.Sandbox;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One process of the direct lane with its one thread that trades: it takes a plan when it is free and goes on each second with
 * what is not over, as {@code PlanThread} does. What it does at a time is a sandbox.
 */
final class LaneProcess {

    private static final String KEY = "direct";

    private final LaneSite site;
    private final Supplier<String> tokens;
    private final Consumer<LaneProcess> whenDead;
    private final long clockAheadMs;
    private final boolean seesBooks;
    private final Nonces nonces;
    private final VenueWatch watch = new VenueWatch();
    private @Nullable Sandbox busy;
    private boolean ended;
    private boolean dead;

    /**
     * @param seesBooks whether it knows what the markets ask
     * @param whenDead told when it has died
     */
    LaneProcess(LaneSite site, Supplier<String> tokens, boolean seesBooks, Consumer<LaneProcess> whenDead) {
        this.site = site;
        this.tokens = tokens;
        this.seesBooks = seesBooks;
        this.whenDead = whenDead;
        this.clockAheadMs = site.clockAhead();
        this.nonces = new Nonces(() -> site.kernel().nowMs() + aheadMs());
        site.witness().started();
    }

    boolean isFree() {
        return busy == null && !dead;
    }

    boolean isDead() {
        return dead;
    }

    void keep() {
        begin(self -> {
            watch.look(
                    self,
                    store(self),
                    site.store().surroundings(),
                    () -> venue(self).balances());
            runner(self).keep(site.account());
        });
    }

    void take(CyclePlan plan) {
        if (site.faults().strikes(FaultClass.DEATHS, 0.3)) {
            site.kernel().after(site.kernel().between(0, 3_000), this::die);
        }
        begin(self -> runner(self).begin(plan));
    }

    private void begin(Consumer<Sandbox> step) {
        if (isFree()) {
            ended = false;
            busy = site.sandboxes().start("direct", aheadMs(), self -> quietly(self, step), this::over);
        }
    }

    /** Once everything works a clock that was off is set. */
    private long aheadMs() {
        return site.faults().last() ? clockAheadMs : clockAheadMs % Faults.USUAL_CLOCK_MS;
    }

    private void quietly(Sandbox self, Consumer<Sandbox> step) {
        try {
            step.accept(self);
        } catch (RuntimeException e) {
            // The next second goes on from what the store says.
            site.kernel().note("the lane stumbles: " + e.getMessage());
        }
        ended = true;
    }

    private void over() {
        busy = null;
        if (!ended) {
            die();
        }
    }

    /** It is gone, whatever it was doing. */
    void die() {
        if (!dead) {
            dead = true;
            site.kernel().note("the lane's process dies");
            if (busy != null) {
                busy.kill();
            }
            whenDead.accept(this);
        }
    }

    private PlanRunner runner(Sandbox self) {
        Kernel kernel = site.kernel();
        StorePort port = store(self);
        return new PlanRunner(
                site.wiring()
                        .plans(new PlanPort(
                                kernel, self, site.faults(), port, site.store().plans(), site.witness())),
                port,
                site.wiring().venue(venue(self)),
                site.wiring().quotes(quotes()),
                self::clockMs,
                self::monotonicMs,
                tokens,
                self::sleep);
    }

    private StorePort store(Sandbox self) {
        return new StorePort(site.kernel(), self, site.faults(), site.store(), site.witness());
    }

    private SpotPort venue(Sandbox self) {
        return new SpotPort(site.kernel(), self, site.faults(), site.exchange(), KEY, nonces);
    }

    private Quotes quotes() {
        return (terms, side, quantity) -> seesBooks && !site.faults().strikes(FaultClass.INGEST_AWAY, 0.2)
                ? site.market().book(terms.pair()).worst(side, quantity)
                : Optional.empty();
    }
}
