package dev.sextant.simulation.kernel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every sandbox that runs, and the number of the next call to the outside. */
public final class Sandboxes {

    private final Kernel kernel;
    private final CrashPlan crashes;
    private final Set<Sandbox> alive = new LinkedHashSet<>();
    private long calls;

    public Sandboxes(Kernel kernel, CrashPlan crashes) {
        this.kernel = kernel;
        this.crashes = crashes;
    }

    /**
     * Starts production code.
     *
     * @param name of the function, for the trace and the crash plan
     * @param clockAheadMs how far this sandbox's clock is ahead of true time
     * @param whenOver runs once it has returned or died
     */
    public Sandbox start(String name, long clockAheadMs, SandboxBody body, Runnable whenOver) {
        Sandbox sandbox = new Sandbox(kernel, this, name, clockAheadMs, body, whenOver);
        alive.add(sandbox);
        sandbox.begin();
        return sandbox;
    }

    /** Ends all of them at once. */
    public void killAll() {
        List.copyOf(alive).forEach(Sandbox::kill);
    }

    /** Calls to the outside so far. */
    public long calls() {
        return calls;
    }

    boolean dies(Sandbox sandbox, long call, boolean sent) {
        return crashes.dies(sandbox.name(), call, sent);
    }

    long nextCall() {
        return calls++;
    }

    void over(Sandbox sandbox) {
        alive.remove(sandbox);
    }
}
