package dev.sextant.recordings.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.recordings.event.PriceSource;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.input.Head;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.Row;
import java.util.List;
import java.util.Optional;

/** An array of Coinbase's REST candles: {@code start} in seconds is the open, numbers are texts. */
final class CoinbaseCandles extends ElementParser {

    private final String symbol;

    CoinbaseCandles(Head head) {
        this.symbol = head.symbol();
    }

    @Override
    Row read(JsonNode element) {
        long openMs = 1_000 * whole(element, "start");
        return new Row.Data(
                Place.periodic("candle", symbol, openMs),
                new RecordedEvent.Candle(
                        symbol,
                        openMs,
                        PriceSource.TRADES,
                        ohlc(element, "open", "high", "low", "close"),
                        Optional.of(decimal(element, "volume")),
                        true));
    }

    @Override
    public String timeBasis() {
        return "start (seconds since 1970)";
    }

    @Override
    public List<String> notes() {
        return symbol.isEmpty() ? List.of() : List.of("the symbol comes from the file's name");
    }
}
