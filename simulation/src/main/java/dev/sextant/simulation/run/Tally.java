package dev.sextant.simulation.run;

import dev.sextant.simulation.check.Sometimes;
import dev.sextant.simulation.check.World;
import dev.sextant.simulation.fault.FaultClass;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What many runs add up to. */
public final class Tally {

    private static final int MOST_KEPT = 20;

    private final Set<World> worlds = EnumSet.noneOf(World.class);
    private long runs;
    private long simulatedMs;
    private long calls;
    private long orders;
    private long failed;
    private final Map<FaultClass, Long> faults = new EnumMap<>(FaultClass.class);
    private final Map<Sometimes, Long> seen = new EnumMap<>(Sometimes.class);
    private final Map<Doubt, Seconds> doubt = new EnumMap<>(Doubt.class);
    private final List<Outcome> failures = new ArrayList<>();

    public void add(Outcome outcome) {
        runs++;
        worlds.add(outcome.world());
        simulatedMs += outcome.simulatedMs();
        calls += outcome.calls();
        orders += outcome.orders();
        outcome.faults().forEach((kind, count) -> faults.merge(kind, count, Long::sum));
        outcome.seen().forEach((state, count) -> seen.merge(state, count, Long::sum));
        outcome.doubt().forEach((what, times) -> {
            Seconds seconds = doubt.computeIfAbsent(what, _ -> new Seconds());
            times.forEach(seconds::add);
        });
        if (!outcome.held()) {
            failed++;
            if (failures.size() < MOST_KEPT) {
                failures.add(outcome);
            }
        }
    }

    public long runs() {
        return runs;
    }

    public long simulatedMs() {
        return simulatedMs;
    }

    public long calls() {
        return calls;
    }

    public long orders() {
        return orders;
    }

    public long failed() {
        return failed;
    }

    public long faults() {
        return faults.values().stream().mapToLong(Long::longValue).sum();
    }

    public Map<FaultClass, Long> faultsByKind() {
        return Map.copyOf(faults);
    }

    public Map<Sometimes, Long> seen() {
        return Map.copyOf(seen);
    }

    /** How long orders were in doubt. */
    public Seconds doubt(Doubt what) {
        return doubt.getOrDefault(what, new Seconds());
    }

    /** States of the worlds that were run which no run has reached. */
    public Set<Sometimes> neverSeen() {
        Set<Sometimes> missing = EnumSet.noneOf(Sometimes.class);
        for (Sometimes state : Sometimes.values()) {
            if (worlds.contains(state.world())) {
                missing.add(state);
            }
        }
        missing.removeAll(seen.keySet());
        return missing;
    }

    /** The first runs in which something was violated. */
    public List<Outcome> failures() {
        return List.copyOf(failures);
    }
}
