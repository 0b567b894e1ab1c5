package dev.sextant.fuzz;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Ends the program when one input takes forever, after writing it down: a thread that hangs can't be stopped. */
final class Watchdog {

    private static final long LOOKS_EVERY_S = 5;
    private static final int LOOKS = 6;
    private static final int HUNG = 3;

    private final Findings findings;
    private final AtomicLong fed = new AtomicLong();
    private volatile String target = "";
    private volatile byte[] input = new byte[0];
    private volatile Thread worker = Thread.currentThread();

    private Watchdog(Findings findings) {
        this.findings = findings;
    }

    static Watchdog start(Findings findings) {
        Watchdog watchdog = new Watchdog(findings);
        Thread.ofPlatform().daemon().name("watchdog").start(watchdog::look);
        return watchdog;
    }

    void watch(String fedTarget, byte[] fedInput) {
        worker = Thread.currentThread();
        target = fedTarget;
        input = fedInput;
        fed.incrementAndGet();
    }

    /** Nothing is being fed. */
    void rest() {
        watch("", new byte[0]);
    }

    private void look() {
        long last = -1;
        int same = 0;
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(LOOKS_EVERY_S);
                long now = fed.get();
                same = now == last && !target.isEmpty() ? same + 1 : 0;
                last = now;
                if (same == LOOKS) {
                    end();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        String stack = Arrays.stream(worker.getStackTrace())
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n"));
        try {
            System.err.println("hangs: " + findings.write(target, input, "hangs\n" + stack));
        } catch (IOException e) {
            System.err.println("hangs in " + target + ", and the input can't be written: " + e.getMessage());
        }
        Runtime.getRuntime().halt(HUNG);
    }
}
