package dev.sextant.recordings.frame;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.input.ExactJson;
import dev.sextant.recordings.row.Numbers;
import dev.sextant.recordings.row.Order;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.Row;
import dev.sextant.venues.binance.market.PriceLevels;
import java.util.List;
import java.util.OptionalLong;

/** Tops of a Kraken book with the checksum they should have: {@code symbol, utc, seq, checksum, bids, asks}. */
final class KrakenChecksumCases implements FrameReader {

    @Override
    public String name() {
        return "kraken-checksum-cases";
    }

    @Override
    public boolean claims(Envelope frame) {
        String text = frame.payload();
        return text.startsWith("{\"symbol\"") && text.contains("\"seq\"") && text.contains("\"checksum\"");
    }

    @Override
    public Row read(Envelope frame) {
        JsonNode json = ExactJson.read(frame.payload());
        String symbol = json.path("symbol").asText();
        if (symbol.isEmpty() || !json.path("seq").isIntegralNumber()) {
            throw Numbers.wrong("seq", json.path("seq").toString(), "a whole number beside a symbol");
        }
        long sequence = json.path("seq").asLong();
        long timeMs = CoinbaseFrames.time("utc", json.path("utc").asText());
        return new Row.Data(
                new Place("case", symbol, Long.toString(sequence), new Order.Rising(sequence), timeMs),
                new RecordedEvent.BookSnapshot(
                        symbol, timeMs, OptionalLong.of(sequence), levels(json, "bids"), levels(json, "asks")));
    }

    private static PriceLevels levels(JsonNode json, String side) {
        JsonNode levels = json.path(side);
        if (!levels.isArray()) {
            throw Numbers.wrong(side, levels.isMissingNode() ? "absent" : levels.toString(), "a list of levels");
        }
        long[] numbers = new long[2 * levels.size()];
        for (int i = 0; i < levels.size(); i++) {
            numbers[2 * i] = e8(side, levels.get(i).path(0));
            numbers[2 * i + 1] = e8(side, levels.get(i).path(1));
        }
        return PriceLevels.of(numbers);
    }

    private static long e8(String side, JsonNode number) {
        return Numbers.e8(side, Numbers.decimal(side, number.asText()));
    }

    @Override
    public String venueTime() {
        return "utc (text with its offset)";
    }

    @Override
    public List<String> notes() {
        return List.of("chosen moments: no gap can be seen", "checksum not verified");
    }
}
