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
 * Confirms triangles from their frames, each from itself alone, and tells risk-check of those that pay: again while they do, for
 * a refusal may have passed. What it remembers only saves records: another copy, or one that starts anew, tells more of them,
 * and risk-check trades each triangle once.
 */
final class CycleScorer {

    private static final Logger LOG = LoggerFactory.getLogger(CycleScorer.class);
    private static final int REMEMBERED = 1_000;

    /** By so much a frame must be newer than the one told before, to be worth another judgement. */
    private static final long AGAIN_MS = 500;

    private final CycleConfirmer confirmer;
    private final DecisionPublisher out;
    private final EpochClock wall;
    private final Metrics metrics;
    /** By opportunity, of when the last frame was that was told. */
    private final Map<String, Long> told = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
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
        Long before = told.get(frame.opportunityId());
        if (before != null && frame.asOfMs() - before < AGAIN_MS) {
            return;
        }
        switch (confirmer.confirm(frame, wall.nowMs())) {
            case Confirmation.Planned(var plan) -> {
                out.publish(List.of(new CyclePlanned(plan)));
                told.put(frame.opportunityId(), frame.asOfMs());
                if (before == null) {
                    metrics.count("CyclesConfirmed", 1);
                }
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
