package dev.sextant.fuzz;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Ends the program when one input takes forever, after writing it down: a thread that hangs can't be stopped. */
final class Watchdog {

    private static final long LOOKS_EVERY_S = 5;
    private static final int LOOKS = 6;
    private static final int HUNG = 3;

    private record Work(String target, byte[] input, Thread worker) {}

    private final Findings findings;
    private volatile Work work = new Work("", new byte[0], Thread.currentThread());

    private Watchdog(Findings findings) {
        this.findings = findings;
    }

    static Watchdog start(Findings findings) {
        Watchdog watchdog = new Watchdog(findings);
        Thread.ofPlatform().daemon().name("watchdog").start(watchdog::look);
        return watchdog;
    }

    void watch(String target, byte[] input) {
        work = new Work(target, input, Thread.currentThread());
    }

    /** Nothing is being fed. */
    void rest() {
        watch("", new byte[0]);
    }

    private void look() {
        Work last = work;
        int same = 0;
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(LOOKS_EVERY_S);
                same = work == last && !last.target().isEmpty() ? same + 1 : 0;
                last = work;
                if (same == LOOKS) {
                    end(last);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Work hung) {
        String stack = Arrays.stream(hung.worker().getStackTrace())
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n"));
        try {
            System.err.println("hangs: " + findings.write(hung.target(), hung.input(), "hangs\n" + stack));
        } catch (IOException e) {
            System.err.println("hangs in " + hung.target() + ", and the input can't be written: " + e.getMessage());
        }
        Runtime.getRuntime().halt(HUNG);
    }
}
