package dev.sextant.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Gives a target one input and looks at everything that must hold for all targets. */
final class Judge {

    /** What came of an input. */
    sealed interface Outcome {

        record Fine(Verdict verdict) implements Outcome {}

        /**
         * @param kind the same for inputs that break the same thing
         * @param cause what came out of the parser, or what the judge has to say
         */
        record Broken(String kind, Throwable cause) implements Outcome {}
    }

    private static final long SLOW_NANOS = 1_000_000_000L;
    private static final int SLOW_TRIES = 3;
    private static final int KIND_CHARS = 85;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final FuzzTarget target;

    Judge(FuzzTarget target) {
        this.target = target;
    }

    Outcome judge(byte[] input) {
        long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
        long startNanos = THREADS.getCurrentThreadCpuTime();
        Verdict verdict;
        try {
            verdict = target.check(input);
        } catch (Throwable e) { // whatever comes out is the finding, errors of the machine included
            return new Outcome.Broken(kind(e), e);
        }
        long nanos = THREADS.getCurrentThreadCpuTime() - startNanos;
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
        if (allocated > target.maxAllocatedBytes(input.length)) {
            allocated = allocatedAgain(input); // the first time, classes and patterns are made as well
        }
        String objection = objection(input, verdict, allocated);
        if (objection.isEmpty() && nanos > SLOW_NANOS && isAlwaysSlow(input)) {
            objection = "takes more than " + SLOW_NANOS / 1_000_000 + " ms of processor time for " + input.length
                    + " bytes";
        }
        return objection.isEmpty()
                ? new Outcome.Fine(verdict)
                : new Outcome.Broken(kind(objection), new PropertyBroken(objection));
    }

    private String objection(byte[] input, Verdict verdict, long allocated) {
        if (allocated > target.maxAllocatedBytes(input.length)) {
            return "allocates " + allocated + " bytes for an input of " + input.length + ", expected at most "
                    + target.maxAllocatedBytes(input.length);
        }
        if (verdict instanceof Verdict.Refused(String message)) {
            if (message.isBlank() || message.equals("null")) {
                return "refuses without a message";
            }
            if (message.length() > target.maxMessageChars()) {
                return "refuses with a message of " + message.length() + " characters, expected at most "
                        + target.maxMessageChars() + ": "
                        + message.substring(0, 60).replaceAll("\\P{Graph}", " ");
            }
        }
        return "";
    }

    private long allocatedAgain(byte[] input) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        target.check(input);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    /** Compiling is slow now and then; a slow parser is slow each time. */
    private boolean isAlwaysSlow(byte[] input) {
        for (int i = 0; i < SLOW_TRIES; i++) {
            long startNanos = THREADS.getCurrentThreadCpuTime();
            target.check(input);
            if (THREADS.getCurrentThreadCpuTime() - startNanos < SLOW_NANOS) {
                return false;
            }
        }
        return true;
    }

    /** Without figures and without most of what is shown. */
    private static String kind(String objection) {
        String text = objection.replaceAll("\\d+", "#");
        return text.substring(0, Math.min(text.length(), KIND_CHARS));
    }

    private static String kind(Throwable e) {
        StackTraceElement[] stack = e.getStackTrace();
        String place = stack.length == 0 ? "" : " at " + stack[0];
        return e.getClass().getName() + place + " " + Shapes.kind(String.valueOf(e.getMessage()));
    }
}
