package dev.sextant.recordings.row;

import dev.sextant.recordings.event.RecordedEvent;
import java.util.List;

/** What one record of a file turned out to be. */
public sealed interface Row {

    /** A record that isn't one of the recording's rows and is counted apart. */
    enum Apart {
        HEADER,
        COMMENT,
        BLANK,
        /** What the recorder says of itself: connections it opened, frames it sent. */
        RECORDER
    }

    /**
     * Data.
     *
     * @param events what the row tells; a frame may tell several facts
     */
    record Data(Place place, List<RecordedEvent> events) implements Row {

        public Data {
            events = List.copyOf(events);
        }

        public Data(Place place, RecordedEvent event) {
            this(place, List.of(event));
        }
    }

    /** Not a row. */
    record Aside(Apart apart) implements Row {}

    /** A row that can't be used; the reason names field, value and what would be right. */
    record Malformed(String reason) implements Row {

        private static final int LONGEST = 300;

        public Malformed {
            reason = reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + "…";
        }
    }
}
