package dev.sextant.simulation.kernel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One running sandbox of a function: its clock, its calls to the outside, its death. */
public final class Sandbox {

    private final Kernel kernel;
    private final Sandboxes all;
    private final String name;
    private final long clockAheadMs;
    private final Fiber fiber;
    private final Runnable whenOver;
    private long frozenMs;

    Sandbox(Kernel kernel, Sandboxes all, String name, long clockAheadMs, SandboxBody body, Runnable whenOver) {
        this.kernel = kernel;
        this.all = all;
        this.name = name;
        this.clockAheadMs = clockAheadMs;
        this.whenOver = whenOver;
        this.fiber = new Fiber(kernel, name, () -> body.run(this));
    }

    void begin() {
        kernel.after(0, this::run);
    }

    private void run() {
        fiber.run();
        buryIfOver();
    }

    /** Ends it where it waits. Harmless when it is over. */
    public void kill() {
        fiber.kill();
        buryIfOver();
    }

    private void buryIfOver() {
        if (fiber.isOver() && !buried) {
            buried = true;
            all.over(this);
            whenOver.run();
        }
    }

    private boolean buried;

    public boolean isOver() {
        return fiber.isOver();
    }

    public String name() {
        return name;
    }

    /** This sandbox's wall clock, epoch milliseconds. */
    public long clockMs() {
        return kernel.nowMs() + clockAheadMs;
    }

    /** Milliseconds that never go back; they go on while the sandbox is frozen. */
    public long monotonicMs() {
        return kernel.nowMs();
    }

    /** Stands still for a while at its next answer, as a sandbox between two invocations does. */
    public void freeze(long forMs) {
        frozenMs = forMs;
    }

    /** Waits. */
    public void sleep(long forMs) {
        fiber.checkAlive();
        kernel.after(forMs, this::run);
        fiber.pause();
    }

    /**
     * Asks something of the outside. The effect happens at once and whole, at the moment the message arrives, even when
     * this sandbox has died meanwhile.
     *
     * @param timeoutMs how long to wait for the answer
     * @param what for the trace
     */
    public <T extends @Nullable Object> T call(Network network, long timeoutMs, String what, Supplier<T> effect)
            throws NotReached, AnswerLost {
        fiber.checkAlive();
        long call = all.nextCall();
        dieIfPlanned(call, false);
        Fate fate = network.fate();
        if (!fate.reached()) {
            kernel.note(what + " not reached");
            sleep(Math.min(fate.outMs(), timeoutMs));
            throw new NotReached();
        }
        Exchange<T> exchange = new Exchange<>(effect);
        long backMs = fate.outMs() + fate.backMs();
        boolean inTime = fate.answered() && backMs <= timeoutMs;
        if (inTime && frozenMs == 0 && kernel.nothingUntil(kernel.nowMs() + backMs)) {
            long sentMs = kernel.nowMs();
            kernel.advanceTo(sentMs + fate.outMs());
            happen(exchange, what);
            kernel.advanceTo(sentMs + backMs);
        } else {
            kernel.after(fate.outMs(), () -> happen(exchange, what));
            sleep(inTime ? backMs : timeoutMs);
        }
        thaw();
        if (!inTime || !exchange.done) {
            kernel.note(what + " unanswered");
            throw new AnswerLost();
        }
        dieIfPlanned(call, true);
        kernel.say(() -> what + " answered " + exchange.inWords());
        return exchange.answer();
    }

    private void happen(Exchange<?> exchange, String what) {
        exchange.happen();
        kernel.note(what);
    }

    private void dieIfPlanned(long call, boolean sent) {
        if (all.dies(this, call, sent)) {
            kernel.note(name + " dies at call " + call + (sent ? " with the effect" : ""));
            // Not from here: a sandbox that kills itself ends where it stands, at its next wait.
            kernel.after(0, this::kill);
            fiber.pause();
        }
    }

    private void thaw() {
        long forMs = frozenMs;
        frozenMs = 0;
        if (forMs > 0) {
            kernel.note(name + " stands still");
            sleep(forMs);
        }
    }

    /** A message's effect and its answer. */
    private static final class Exchange<T extends @Nullable Object> {

        private final Supplier<T> effect;
        private @Nullable T value;
        private @Nullable RuntimeException thrown;
        private boolean done;

        Exchange(Supplier<T> effect) {
            this.effect = effect;
        }

        void happen() {
            try {
                value = effect.get();
            } catch (RuntimeException e) {
                // The other side refused; that is its answer.
                thrown = e;
            }
            done = true;
        }

        String inWords() {
            return String.valueOf(thrown == null ? value : thrown);
        }

        @SuppressWarnings(
                "NullAway") // the value is there once the effect has happened, and T says whether it may be null
        T answer() {
            if (thrown != null) {
                throw thrown;
            }
            return value;
        }
    }
}
