package dev.sextant.simulation.desk;

import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.platform.mapping.FunctionMapping;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.kernel.Sandbox;
import dev.sextant.simulation.kernel.Sandboxes;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Calls a function with batches of the stream, by Lambda's rules: in order, from the first failure again, given up after
 * so many tries or when a record is too old. Delivers at least once, and sometimes twice at the same time.
 */
final class Mapping {

    private static final long PAUSE_MS = 250;
    private static final long MAX_PAUSE_MS = 8_000;

    private final Kernel kernel;
    private final Sandboxes sandboxes;
    private final Faults faults;
    private final Stream stream;
    private final String name;
    private final FunctionMapping rules;
    private final long timeoutMs;
    private final Handler handler;
    private int checkpoint;
    private int tries;
    private boolean busy;
    private boolean away;

    /** @param rules as the real mapping has them; {@code stream} holds what its filter lets through */
    Mapping(
            Kernel kernel,
            Sandboxes sandboxes,
            Faults faults,
            Stream stream,
            String name,
            FunctionMapping rules,
            long timeoutMs,
            Handler handler) {
        this.kernel = kernel;
        this.sandboxes = sandboxes;
        this.faults = faults;
        this.stream = stream;
        this.name = name;
        this.rules = rules;
        this.timeoutMs = timeoutMs;
        this.handler = handler;
        stream.onAppend(this::wake);
    }

    /** Stops calling while the desk is down. */
    void setAway(boolean away) {
        this.away = away;
        wake();
    }

    private void wake() {
        if (!busy && !away) {
            busy = true;
            long delayMs = faults.strikes(FaultClass.STREAM, 0.02) ? kernel.between(1_000, 20_000) : 0;
            kernel.after(delayMs + kernel.between(20, 300), this::poll);
        }
    }

    private void poll() {
        while (checkpoint < stream.size()
                && kernel.nowMs() - stream.get(checkpoint).atMs()
                        > rules.oldest().toMillis()) {
            checkpoint++;
            tries = 0;
        }
        if (away || checkpoint >= stream.size()) {
            busy = false;
            return;
        }
        int first = checkpoint;
        int end = Math.min(stream.size(), first + rules.batchSize());
        List<DecisionRecord> batch = IntStream.range(first, end)
                .mapToObj(i -> stream.get(i).record())
                .toList();
        if (faults.strikes(FaultClass.CLONES, 0.10)) {
            new Invocation(batch, first, false).begin();
        }
        new Invocation(batch, first, true).begin();
    }

    /** A step forward, or the same again after a pause. */
    private void settled(int first, int done, int of) {
        if (done == of && faults.strikes(FaultClass.STREAM, 0.05)) {
            // Answered too late: all of it comes again.
            done = 0;
        }
        checkpoint = first + done;
        tries = done > 0 ? 0 : tries + 1;
        if (tries > rules.retries()) {
            checkpoint++;
            tries = 0;
        }
        long pauseMs = tries == 0 ? 0 : Math.min(MAX_PAUSE_MS, PAUSE_MS << (tries - 1));
        kernel.after(pauseMs, this::poll);
    }

    /** One call of the function; a second copy of it does not count for the checkpoint. */
    private final class Invocation {

        private final List<DecisionRecord> batch;
        private final int first;
        private final boolean counts;
        private int done;
        private boolean returned;
        private boolean settled;

        Invocation(List<DecisionRecord> batch, int first, boolean counts) {
            this.batch = batch;
            this.first = first;
            this.counts = counts;
        }

        void begin() {
            Sandbox sandbox = sandboxes.start(
                    name, faults.clockAheadMs(Desk.BAD_CLOCK_MS), this::run, () -> settle(returned ? done : 0));
            if (faults.strikes(FaultClass.DEATHS, 0.03)) {
                kernel.after(kernel.between(1, 2_000), sandbox::kill);
            }
            if (faults.strikes(FaultClass.FREEZES, 0.03)) {
                kernel.after(kernel.between(0, 1_500), () -> sandbox.freeze(kernel.between(500, 60_000)));
            }
            kernel.after(timeoutMs, () -> timedOut(sandbox));
        }

        private void run(Sandbox self) {
            for (DecisionRecord record : batch) {
                try {
                    handler.handle(self, record);
                } catch (RuntimeException e) {
                    // The record loop's rule: whatever it was, nothing after this record is handled before it is.
                    kernel.note(name + " fails: " + e.getMessage());
                    break;
                }
                done++;
            }
            handler.done(self);
            returned = true;
        }

        /** It counts as failed, and may live on as a zombie. */
        private void timedOut(Sandbox sandbox) {
            if (!sandbox.isOver() && !faults.strikes(FaultClass.FREEZES, 0.5)) {
                sandbox.kill();
            }
            settle(0);
        }

        private void settle(int handled) {
            if (counts && !settled) {
                settled = true;
                Mapping.this.settled(first, handled, batch.size());
            }
        }
    }
}
