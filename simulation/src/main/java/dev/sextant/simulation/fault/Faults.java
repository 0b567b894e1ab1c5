package dev.sextant.simulation.fault;

import dev.sextant.simulation.exchange.Habits;
import dev.sextant.simulation.kernel.Fate;
import dev.sextant.simulation.kernel.Kernel;
import java.util.EnumMap;
import java.util.Map;

/** Draws faults while they last, and counts them. */
public final class Faults {

    /** How far a clock that is right may be off. */
    public static final long USUAL_CLOCK_MS = 20;

    private static final long SLOW_MS = 12_000;

    private final Kernel kernel;
    private final Swarm swarm;
    private final Map<FaultClass, Long> injected = new EnumMap<>(FaultClass.class);
    private boolean over;
    private long storeAwayUntilMs;
    private long venueAwayUntilMs;

    public Faults(Kernel kernel, Swarm swarm) {
        this.kernel = kernel;
        this.swarm = swarm;
    }

    /** From now on everything works. */
    public void heal() {
        over = true;
        storeAwayUntilMs = 0;
        venueAwayUntilMs = 0;
    }

    public boolean last() {
        return !over;
    }

    /** Strength of a trouble now. */
    public double of(FaultClass kind) {
        return over ? 0 : swarm.of(kind);
    }

    /** Whether a fault of this kind happens now, at {@code most} with this probability; counts it when it does. */
    public boolean strikes(FaultClass kind, double most) {
        boolean strikes = kernel.chance(most * of(kind));
        if (strikes) {
            count(kind);
        }
        return strikes;
    }

    public void count(FaultClass kind) {
        injected.merge(kind, 1L, Long::sum);
    }

    /** How many of each kind happened. */
    public Map<FaultClass, Long> injected() {
        return Map.copyOf(injected);
    }

    public long total() {
        return injected.values().stream().mapToLong(Long::longValue).sum();
    }

    public void storeAway(long forMs) {
        storeAwayUntilMs = kernel.nowMs() + forMs;
        count(FaultClass.STORE_OUTAGE);
    }

    public void venueAway(long forMs) {
        venueAwayUntilMs = kernel.nowMs() + forMs;
        count(FaultClass.VENUE_OUTAGE);
    }

    /** A call to the database. */
    public Fate store() {
        if (kernel.nowMs() < storeAwayUntilMs) {
            return new Fate(false, 1_000, false, 1);
        }
        return fate(FaultClass.STORE, 0.04, 3, 40);
    }

    /** A call to the exchange. */
    public Fate venue() {
        if (kernel.nowMs() < venueAwayUntilMs) {
            return new Fate(false, 1_000, false, 1);
        }
        return fate(FaultClass.VENUE_NETWORK, 0.08, 5, 80);
    }

    /** A put to the stream. */
    public Fate stream() {
        return fate(FaultClass.STREAM, 0.04, 3, 30);
    }

    private Fate fate(FaultClass kind, double most, long fastMs, long usualMs) {
        long outMs = kernel.between(fastMs, usualMs);
        long backMs = kernel.between(fastMs, usualMs);
        if (!strikes(kind, most)) {
            return new Fate(true, outMs, true, backMs);
        }
        return switch ((int) kernel.between(0, 3)) {
            case 0 -> new Fate(false, outMs, false, backMs);
            case 1 -> new Fate(true, outMs, false, backMs);
            case 2 -> new Fate(true, kernel.between(usualMs, SLOW_MS), true, backMs);
            default -> new Fate(true, outMs, true, kernel.between(usualMs, SLOW_MS));
        };
    }

    /** How far the clock of a new process is ahead; {@code mostMs} is the most when it is wrong, either way. */
    public long clockAheadMs(long mostMs) {
        long most = strikes(FaultClass.CLOCKS, 0.05) ? mostMs : USUAL_CLOCK_MS;
        return kernel.between(-most, most);
    }

    /** What the exchange does now. */
    public Habits habits() {
        if (over) {
            return Habits.GOOD;
        }
        double habits = of(FaultClass.VENUE_HABITS);
        double matching = of(FaultClass.MATCHING);
        return new Habits(
                0.10 * habits,
                0.05 * habits,
                Math.max(0.2, 0.7 * matching),
                0.5 * matching,
                0.7 * matching,
                0.3 * of(FaultClass.TRIGGERS),
                0.4 * habits,
                0.2 * of(FaultClass.HIDDEN_ORDERS),
                0.5 * matching);
    }
}
