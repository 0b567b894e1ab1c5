package dev.sextant.venues.sim;

import dev.sextant.venues.sim.event.VenueEvent;
import java.util.List;

/** The venue's answer to a request: done, with everything that changed, or refused with nothing changed. */
public sealed interface Outcome<T> {

    /** The request took effect; the events are in the order they happened. */
    record Done<T>(T value, List<VenueEvent> events) implements Outcome<T> {
        public Done {
            events = List.copyOf(events);
        }
    }

    /** Nothing changed. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}
}
