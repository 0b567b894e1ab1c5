package dev.sextant.simulation.fault;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Which troubles a run has, and how strong. Each is there in two runs of three, with a strength of its own, so that a
 * thousand runs are a thousand different bad days (swarm testing).
 *
 * @param strengths from above 0 to 1, of those that are there
 */
public record Swarm(Map<FaultClass, Double> strengths) {

    private static final double THERE = 2.0 / 3;
    /** Runs with hidden orders go on for an hour of quarantine, and are the exception at the exchange, too. */
    private static final double RARE = 1.0 / 10;

    public Swarm {
        strengths = Map.copyOf(strengths);
    }

    /** No trouble at all. */
    public static Swarm calm() {
        return new Swarm(Map.of());
    }

    /** The mix of a seed. Each class draws by itself, so that leaving one out does not change the others. */
    public static Swarm of(long seed) {
        Map<FaultClass, Double> strengths = new EnumMap<>(FaultClass.class);
        for (FaultClass kind : FaultClass.values()) {
            SplittableRandom chance =
                    new SplittableRandom(seed * 1_000_003 + kind.name().hashCode());
            if (chance.nextDouble() < (kind == FaultClass.HIDDEN_ORDERS ? RARE : THERE)) {
                strengths.put(kind, 0.05 + 0.95 * chance.nextDouble());
            }
        }
        return new Swarm(strengths);
    }

    /** The same mix without some. */
    public Swarm without(Collection<FaultClass> kinds) {
        Map<FaultClass, Double> fewer = new EnumMap<>(FaultClass.class);
        fewer.putAll(strengths);
        kinds.forEach(fewer::remove);
        return new Swarm(fewer);
    }

    /** Strength of a trouble, 0 when it is not there. */
    public double of(FaultClass kind) {
        return strengths.getOrDefault(kind, 0.0);
    }

    public Set<FaultClass> kinds() {
        return strengths.isEmpty() ? EnumSet.noneOf(FaultClass.class) : EnumSet.copyOf(strengths.keySet());
    }
}
