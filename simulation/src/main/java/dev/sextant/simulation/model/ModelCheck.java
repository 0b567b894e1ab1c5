package dev.sextant.simulation.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Explores breadth first, so that the first way found to break an invariant is a shortest one. */
public final class ModelCheck {

    private final @Nullable Defect defect;
    private final Protocol protocol;
    private final Checks checks;
    private final Story story;
    private final StateSet states = new StateSet();
    private final FairSteps fairSteps = new FairSteps();
    private final Coverage coverage = new Coverage();
    private final Map<Invariant, Finding> findings = new EnumMap<>(Invariant.class);
    private long transitions;

    private ModelCheck(@Nullable Defect defect) {
        this.defect = defect;
        this.protocol = new Protocol(defect);
        this.checks = new Checks(protocol.venue());
        this.story = new Story(protocol, checks);
    }

    /** Explores the protocol as it is: every state. */
    public static Verdict ofTheProtocol() {
        return new ModelCheck(null).run();
    }

    /** Explores the protocol with a defect until it has broken what it must. */
    public static Verdict of(Defect defect) {
        return new ModelCheck(defect).run();
    }

    private Verdict run() {
        states.add(Protocol.canonical(Protocol.beginning()), -1);
        int next = 0;
        while (next < states.size() && !found()) {
            expand(next++);
        }
        if (next == states.size()) {
            checkEnds();
        }
        List<Finding> found = new ArrayList<>(findings.values());
        return new Verdict(defect, states.size(), transitions, depth(), coverage.moves(), coverage.steps(), found);
    }

    private boolean found() {
        return Optional.ofNullable(defect)
                .map(Defect::breaks)
                .filter(findings::containsKey)
                .isPresent();
    }

    private void expand(int index) {
        long state = states.get(index);
        protocol.moves(state, (step, who, next) -> {
            transitions++;
            long canonical = Protocol.canonical(next);
            int target = states.add(canonical, index);
            coverage.note(state, step, next);
            if (!step.fault()) {
                fairSteps.add(index, target);
            }
            for (Invariant broken : checks.broken(state, step, who, next)) {
                if (!findings.containsKey(broken)) {
                    findings.put(broken, new Finding(broken, story.to(states, index, canonical, broken)));
                }
            }
        });
    }

    private void checkEnds() {
        int lost = fairSteps.firstLost(states.size(), index -> Checks.good(states.get(index)));
        if (lost >= 0) {
            findings.put(Invariant.ENDS_WELL, new Finding(Invariant.ENDS_WELL, story.to(states, lost)));
        }
    }

    private int depth() {
        int depth = 0;
        for (int at = states.size() - 1; states.foundFrom(at) >= 0; at = states.foundFrom(at)) {
            depth++;
        }
        return depth;
    }
}
