package dev.sextant.recordings.book;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.input.ExactJson;
import dev.sextant.recordings.row.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Kraken's first protocol: {@code [channel id, {"as":…,"bs":…}, "book-10", "XBT/USD"]} for a snapshot, and for changes
 * one object or two with {@code a}, {@code b} and the checksum {@code c}.
 */
final class KrakenOneBooks implements BookReader {

    private static final String CHANNEL = "book-";

    @Override
    public BookRow read(RecordedEvent.Message frame) {
        if (!frame.channel().startsWith(CHANNEL)) {
            return new BookRow.Aside();
        }
        JsonNode json = ExactJson.read(frame.text());
        List<BookLevel> bids = new ArrayList<>();
        List<BookLevel> asks = new ArrayList<>();
        boolean snapshot = false;
        OptionalLong checksum = OptionalLong.empty();
        for (int i = 1; i < json.size() - 2; i++) {
            JsonNode part = json.get(i);
            snapshot |= part.has("as") || part.has("bs");
            take(part, "as", asks);
            take(part, "a", asks);
            take(part, "bs", bids);
            take(part, "b", bids);
            if (part.has("c")) {
                checksum = OptionalLong.of(Numbers.whole("c", part.get("c").asText()));
            }
        }
        int depth =
                (int) Math.min(100_000, Numbers.whole("depth", frame.channel().substring(CHANNEL.length())));
        return new BookRow.Changed(new BookEvent(
                frame.timeMs(), pair(frame), snapshot, bids, asks, checksum, OptionalInt.of(Math.max(1, depth))));
    }

    @Override
    public String pair(RecordedEvent.Message frame) {
        return PairName.ofKrakenOne(frame.symbol());
    }

    private static void take(JsonNode part, String field, List<BookLevel> to) {
        if (part.has(field)) {
            to.addAll(Levels.of(field, part.get(field)));
        }
    }
}
