package dev.sextant.ingest.indicator;

import dev.sextant.domain.market.IndicatorReading;
import java.util.List;

/**
 * The outcome of a round of polls.
 *
 * @param readings in the order of the polls
 * @param failed those that gave nothing: skipped, counted, due again later
 */
public record Polled(List<IndicatorReading> readings, List<Poll> failed) {

    public Polled {
        readings = List.copyOf(readings);
        failed = List.copyOf(failed);
    }
}
