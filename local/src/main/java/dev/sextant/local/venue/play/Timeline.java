package dev.sextant.local.venue.play;

import java.util.List;

/** Sources merged by event time; of equal times the source listed first goes first. */
final class Timeline {

    private final List<Source> sources;

    Timeline(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Event time of the next event, or {@link Source#NEVER}. */
    long nextMs() {
        long earliestMs = Source.NEVER;
        for (Source source : sources) {
            earliestMs = Math.min(earliestMs, source.nextMs());
        }
        return earliestMs;
    }

    /** Lets the next event happen. */
    void fire() {
        long earliestMs = nextMs();
        for (Source source : sources) {
            if (source.nextMs() == earliestMs) {
                source.fire();
                return;
            }
        }
    }
}
