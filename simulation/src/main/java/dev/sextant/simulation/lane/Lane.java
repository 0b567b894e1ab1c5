package dev.sextant.simulation.lane;

import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.reconciler.Findings;
import dev.sextant.reconciler.Reconciler;
import dev.sextant.simulation.desk.BookPort;
import dev.sextant.simulation.desk.StorePort;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.kernel.Sandbox;
import java.util.ArrayList;
import java.util.List;

/** The processes of the direct lane, one as a rule, and the reconciler beside them. */
public final class Lane {

    private static final long KEEP_MS = 1_000;
    private static final long PASS_MS = 20_000;
    private static final long QUIET = 60;

    private final LaneSite site;
    private final boolean seesBooks;
    private final List<LaneProcess> processes = new ArrayList<>();
    private boolean up = true;
    private boolean quiet;
    private long tokens;

    /** @param seesBooks whether the lane knows what the markets ask when it sells back */
    public Lane(LaneSite site, boolean seesBooks) {
        this.site = site;
        this.seesBooks = seesBooks;
    }

    /** Starts the first process and the clocks. */
    public void begin() {
        start();
        site.kernel().after(KEEP_MS, this::second);
        site.kernel().after(PASS_MS / 2, this::pass);
    }

    private void start() {
        if (up && processes.isEmpty()) {
            processes.add(process());
        }
    }

    private LaneProcess process() {
        return new LaneProcess(site, () -> "token" + tokens++, seesBooks, this::gone);
    }

    private void gone(LaneProcess process) {
        processes.remove(process);
        site.kernel().after(site.kernel().between(500, 20_000), this::start);
    }

    private void second() {
        Kernel kernel = site.kernel();
        Faults faults = site.faults();
        List.copyOf(processes).forEach(LaneProcess::keep);
        if (faults.strikes(FaultClass.DEATHS, 0.01) && !processes.isEmpty()) {
            LaneProcess one = processes.getFirst();
            kernel.after(kernel.between(0, KEEP_MS), one::die);
        }
        if (up && faults.strikes(FaultClass.CLONES, 0.02)) {
            kernel.note("a second copy of the lane");
            LaneProcess second = process();
            processes.add(second);
            kernel.after(kernel.between(3_000, 60_000), second::die);
        }
        kernel.after(quiet ? KEEP_MS * QUIET : KEEP_MS, this::second);
    }

    private void pass() {
        boolean late = site.faults().strikes(FaultClass.SCHEDULE, 0.3);
        if (up && !late) {
            site.sandboxes().start("reconciler", site.clockAhead(), this::reconcile, () -> {});
        }
        site.kernel().after(quiet ? 3 * PASS_MS : PASS_MS, this::pass);
    }

    private void reconcile(Sandbox self) {
        StorePort port = new StorePort(site.kernel(), self, site.faults(), site.store(), site.witness());
        BookPort books = new BookPort(port, site.store(), site.witness()::reconciled);
        SpotPort venue = new SpotPort(
                site.kernel(), self, site.faults(), site.exchange(), "reconciler", new Nonces(self::clockMs));
        try {
            Findings findings = new Reconciler(port, venue, books, books).run(site.account(), self.clockMs());
            if (findings.clean() && !site.store().deskState().equals("HEALTHY")) {
                port.step("healthy", () -> {
                    site.store().setDeskState("HEALTHY");
                    return true;
                });
            }
        } catch (RuntimeException e) {
            // A pass that fails is over; the next one makes up for it.
            site.kernel().note("reconciler fails: " + e.getMessage());
        }
    }

    /** Every process that is free takes it; one that is not leaves it. */
    public void offer(CyclePlan plan) {
        List.copyOf(processes).forEach(process -> process.take(plan));
    }

    /** Only what has to be waited for is left: seconds become slow. */
    public void quiet() {
        quiet = true;
    }

    public boolean isUp() {
        return up;
    }

    /** Everything dies at once. */
    public void crash() {
        up = false;
        List.copyOf(processes).forEach(LaneProcess::die);
        site.sandboxes().killAll();
        site.kernel().note("the desk crashes");
    }

    /** It comes up again, recovering. */
    public void restart() {
        up = true;
        site.store().setDeskState("RECOVERING");
        site.kernel().note("the desk restarts");
        start();
    }
}
