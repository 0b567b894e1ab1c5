package dev.sextant.simulation.run;

import dev.sextant.simulation.check.World;
import dev.sextant.simulation.fault.Swarm;
import dev.sextant.simulation.kernel.CrashPlan;
import dev.sextant.simulation.mutant.Mutant;

/**
 * One run to make.
 *
 * @param world what is simulated
 * @param seed of every draw
 * @param swarm the troubles
 * @param mutant what is wrong on purpose, {@link Mutant#NONE} for the real protocol
 * @param crashes where sandboxes die on purpose
 * @param troubleMs how long the troubles last
 * @param traceLines how many lines of the trace to keep
 */
public record Plan(
        World world, long seed, Swarm swarm, Mutant mutant, CrashPlan crashes, long troubleMs, int traceLines) {

    /** A quarter of an hour of trouble. */
    public static final long TROUBLE_MS = 900_000;

    /** The run of a seed. */
    public static Plan of(long seed) {
        return of(World.DESK, seed);
    }

    /** The run of a seed in a world. */
    public static Plan of(World world, long seed) {
        return new Plan(world, seed, Swarm.of(seed), Mutant.NONE, CrashPlan.NONE, TROUBLE_MS, 0);
    }

    /** With something wrong, in the world where that is to be found. */
    public Plan with(Mutant other) {
        return new Plan(
                other.equals(Mutant.NONE) ? world : other.world(), seed, swarm, other, crashes, troubleMs, traceLines);
    }

    public Plan with(Swarm other) {
        return new Plan(world, seed, other, mutant, crashes, troubleMs, traceLines);
    }

    public Plan with(CrashPlan other) {
        return new Plan(world, seed, swarm, mutant, other, troubleMs, traceLines);
    }

    /** The same, with its last lines in words. */
    public Plan traced(int lines) {
        return new Plan(world, seed, swarm, mutant, crashes, troubleMs, lines);
    }

    /** The same with less time. */
    public Plan lasting(long shorterMs) {
        return new Plan(world, seed, swarm, mutant, crashes, shorterMs, traceLines);
    }
}
