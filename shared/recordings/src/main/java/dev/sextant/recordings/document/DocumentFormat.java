package dev.sextant.recordings.document;

import dev.sextant.recordings.input.Head;
import dev.sextant.recordings.input.Records;
import dev.sextant.recordings.row.RecordParser;
import dev.sextant.recordings.row.RecordingFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recordings that are one JSON document, told apart by how it begins. */
public record DocumentFormat(
        String name, Records records, Pattern beginning, Function<Head, @Nullable RecordParser> parser)
        implements RecordingFormat {

    /** Possessive throughout: what is no space after so many spaces is none after fewer, and isn't looked for again. */
    private static final String START = "^\\s*+\\{\\s*+";

    /** All dialects, in the order they are to be tried; the last takes any JSON. */
    public static List<RecordingFormat> all() {
        return List.of(
                elements(
                        "coinbase-candles-json",
                        Set.of(),
                        "^\\s*+\\[\\s*+\\{\\s*+\"start\"\\s*+:",
                        CoinbaseCandles::new),
                elements(
                        "named-bars-json",
                        Set.of("ohlc"),
                        START + "\"name\"\\s*+:\\s*+\"[^\"]*+\"\\s*+,\\s*+\"ohlc\"",
                        NamedBars::of),
                elements(
                        "kucoin-tickers-json",
                        Set.of("data"),
                        START + ".{0,200}\"data\"\\s*+:\\s*+\\[\\s*+\\{\\s*+\"coinType\"",
                        head -> new KucoinTickers()),
                elements(
                        "kraken-instruments-json",
                        Set.of("assets", "pairs"),
                        START + "\"channel\"\\s*+:\\s*+\"instrument\"",
                        head -> new KrakenInstruments()),
                new DocumentFormat(
                        "json-message", new Records.Outline(), regex("^\\s*+[\\[{]"), head -> new JsonMessage()));
    }

    private static DocumentFormat elements(
            String name, Set<String> arrays, String beginning, Function<Head, @Nullable RecordParser> parser) {
        return new DocumentFormat(name, new Records.Elements(arrays), regex(beginning), parser);
    }

    private static Pattern regex(String beginning) {
        return Pattern.compile(beginning, Pattern.DOTALL);
    }

    @Override
    public @Nullable RecordParser recognise(Head head) {
        return beginning.matcher(head.text()).find() ? parser.apply(head) : null;
    }
}
