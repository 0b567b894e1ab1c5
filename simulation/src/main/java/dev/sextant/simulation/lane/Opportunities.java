package dev.sextant.simulation.lane;

import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.kernel.Kernel;
import java.util.List;
import java.util.Optional;

/** What seems worth trading: cycles that a pair out of line makes good, and some that only seem so. */
public final class Opportunities {

    private static final List<List<String>> CYCLES =
            List.of(List.of("BTC", "ETH"), List.of("ETH", "BTC"), List.of("BTC", "EUR"));
    private static final double OFF = 0.006;

    private final LaneSite site;
    private final Lane lane;
    private boolean over;
    private long seen;

    public Opportunities(LaneSite site, Lane lane) {
        this.site = site;
        this.lane = lane;
    }

    /** Starts them. */
    public void begin() {
        site.kernel().after(site.kernel().between(500, 5_000), this::next);
    }

    /** No more of them. */
    public void stop() {
        over = true;
    }

    private void next() {
        if (over) {
            return;
        }
        offer();
        boolean burst = site.faults().strikes(FaultClass.BURSTS, 0.3);
        site.kernel().after(site.kernel().between(burst ? 50 : 3_000, burst ? 2_000 : 25_000), this::next);
    }

    /** One, if the books hold enough for it. */
    public Optional<CyclePlan> offer() {
        Kernel kernel = site.kernel();
        List<String> cycle = kernel.pick(CYCLES);
        boolean euro = cycle.contains("EUR");
        double off = kernel.chance(0.7) ? OFF : 0;
        boolean high = euro || cycle.getFirst().equals("ETH");
        site.market().align(euro ? "BTC" : "ETH", euro ? "EUR" : "BTC", high ? off : -off);
        boolean moves = kernel.chance(0.25);
        long lots = cycle.getFirst().equals("BTC") ? kernel.between(20, 1_000) : kernel.between(50, 2_000);
        long ageMs = kernel.between(0, kernel.chance(0.1) ? 1_500 : 300);
        Optional<CyclePlan> plan =
                PlanWriter.write(site.market(), site.account(), cycle, lots, "seen" + ++seen, ageMs, kernel.nowMs());
        plan.ifPresent(lane::offer);
        if (site.faults().strikes(FaultClass.BURSTS, 0.06)) {
            kernel.after(kernel.between(100, 2_000), site.market()::crash);
        }
        if (moves) {
            kernel.after(
                    kernel.between(20, 1_500),
                    () -> site.market().align(euro ? "BTC" : "ETH", euro ? "EUR" : "BTC", high ? -off : off));
        } else {
            site.market().hold(kernel.between(0, 20_000));
        }
        return plan;
    }
}
