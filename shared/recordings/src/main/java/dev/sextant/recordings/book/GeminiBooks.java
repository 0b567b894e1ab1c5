package dev.sextant.recordings.book;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.input.ExactJson;
import dev.sextant.recordings.row.Numbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Gemini's {@code l2_updates}: the first of a symbol is the whole book, the later ones change levels. */
final class GeminiBooks implements BookReader {

    private final Set<String> begun = new HashSet<>();

    @Override
    public BookRow read(RecordedEvent.Message frame) {
        if (!frame.channel().equals("l2_updates")) {
            return new BookRow.Aside();
        }
        JsonNode changes = ExactJson.read(frame.text()).path("changes");
        if (!changes.isArray()) {
            throw Numbers.wrong("changes", changes.toString(), "an array of [side, price, quantity]");
        }
        List<BookLevel> bids = new ArrayList<>();
        List<BookLevel> asks = new ArrayList<>();
        for (JsonNode change : changes) {
            side(change, bids, asks)
                    .add(new BookLevel(
                            Levels.decimal("price", change.path(1)), Levels.decimal("quantity", change.path(2))));
        }
        return new BookRow.Changed(new BookEvent(
                frame.timeMs(),
                pair(frame),
                begun.add(frame.symbol()),
                bids,
                asks,
                OptionalLong.empty(),
                OptionalInt.empty()));
    }

    @Override
    public String pair(RecordedEvent.Message frame) {
        return PairName.ofGemini(frame.symbol());
    }

    private static List<BookLevel> side(JsonNode change, List<BookLevel> bids, List<BookLevel> asks) {
        return switch (change.path(0).asText()) {
            case "buy" -> bids;
            case "sell" -> asks;
            default -> throw Numbers.wrong("changes", change.toString(), "buy or sell, price, quantity");
        };
    }
}
