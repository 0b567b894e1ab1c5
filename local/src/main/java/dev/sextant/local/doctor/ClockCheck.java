package dev.sextant.local.doctor;

/** What a clock that differs from the exchange's means. */
final class ClockCheck {

    private static final String NAME = "clock";
    private static final long WARN_MS = 1_000;
    private static final long FAIL_MS = 5_000;
    /** The exchange refuses what is a second ahead of it; half of that leaves room for drift. */
    private static final long AHEAD_MS = 500;

    private static final String MEND = "let this machine keep its time by NTP (timedatectl set-ntp true)";

    private ClockCheck() {}

    /** @param offsetMs exchange minus this machine */
    static Finding of(long offsetMs) {
        String found = offsetMs < 0
                ? "this machine is " + -offsetMs + " ms ahead of the exchange"
                : "this machine is " + offsetMs + " ms behind the exchange";
        if (-offsetMs > AHEAD_MS) {
            return Finding.fail(NAME, found + ", limit " + AHEAD_MS, MEND);
        }
        if (offsetMs > FAIL_MS) {
            return Finding.fail(NAME, found + ", limit " + FAIL_MS, MEND);
        }
        return offsetMs > WARN_MS ? Finding.warn(NAME, found, MEND) : Finding.pass(NAME, found);
    }
}
