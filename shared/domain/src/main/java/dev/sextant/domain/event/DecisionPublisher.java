package dev.sextant.domain.event;

import java.util.List;

/** Puts records on the {@code decisions} stream in order; throws when it can't, after bounded tries. */
@FunctionalInterface
public interface DecisionPublisher {

    void publish(List<? extends DecisionRecord> records);
}
