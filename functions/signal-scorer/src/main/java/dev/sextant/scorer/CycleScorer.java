package dev.sextant.scorer;

import dev.sextant.domain.event.CyclePlanned;
import dev.sextant.domain.event.DecisionPublisher;
import dev.sextant.domain.market.CycleFrame;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.planning.Confirmation;
import dev.sextant.planning.CycleConfirmer;
import dev.sextant.planning.PlanSettings;
import dev.sextant.platform.telemetry.Metrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Confirms triangles from their frames, each from itself alone, and tells risk-check of those that pay. What it remembers only
 * saves telling the same plan again: another copy, or one that starts anew, tells it a second time, which changes nothing.
 */
final class CycleScorer {

    private static final Logger LOG = LoggerFactory.getLogger(CycleScorer.class);
    private static final int REMEMBERED = 1_000;

    private final CycleConfirmer confirmer;
    private final DecisionPublisher out;
    private final EpochClock wall;
    private final Metrics metrics;
    private final Map<String, Boolean> told = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param wall the clock that books are stamped by */
    CycleScorer(PlanSettings settings, DecisionPublisher out, EpochClock wall, Metrics metrics) {
        this.confirmer = new CycleConfirmer(settings);
        this.out = out;
        this.wall = wall;
        this.metrics = metrics;
    }

    void onFrame(CycleFrame frame) {
        if (told.containsKey(frame.opportunityId())) {
            return;
        }
        switch (confirmer.confirm(frame, wall.nowMs())) {
            case Confirmation.Planned(var plan) -> {
                out.publish(List.of(new CyclePlanned(plan)));
                told.put(frame.opportunityId(), true);
                metrics.count("CyclesConfirmed", 1);
            }
            case Confirmation.Late(long ageMs, long mostMs) -> {
                metrics.count("CyclesLate", 1);
                LOG.info("{}: its books are {} ms old, limit {} ms", frame.cycle(), ageMs, mostMs);
            }
            case Confirmation.Refuted(String reason) -> {
                metrics.count("CyclesRefuted", 1);
                LOG.info("{}: {}", frame.cycle(), reason);
            }
        }
    }
}
