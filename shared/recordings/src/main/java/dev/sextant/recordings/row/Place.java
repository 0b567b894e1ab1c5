package dev.sextant.recordings.row;

import dev.sextant.recordings.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Where a row stands.
 *
 * @param channel what the row is counted under
 * @param stream within which rows have an order and an identity
 * @param identity two rows of a stream with the same one are the same row; null where the format can't tell
 * @param order what the stream's order is judged by
 * @param clockMs the file's clock: receipt time where the recorder wrote it, else the venue's time; epoch milliseconds
 */
public record Place(String channel, String stream, @Nullable String identity, Order order, long clockMs) {

    /** A row of a stream without order. */
    public static Place unordered(String channel, String stream, @Nullable String identity, long clockMs) {
        return new Place(channel, stream, identity, new Order.None(), clockMs);
    }

    /** A row with an id that rises by one. */
    public static Place byId(String channel, String stream, long id, long clockMs) {
        return new Place(channel, stream, Long.toString(id), new Order.Consecutive(id), clockMs);
    }

    /** A row of a series with one row per interval; its time is its identity. */
    public static Place periodic(String channel, String stream, long timeMs) {
        return new Place(channel, stream, Long.toString(timeMs), new Order.Periodic(timeMs), timeMs);
    }

    /** True when the file's clock is known at this row. */
    public boolean hasClock() {
        return clockMs != RecordedEvent.NO_TIME;
    }
}
