package dev.sextant.recordings.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.recordings.event.Ohlc;
import dev.sextant.recordings.input.ExactJson;
import dev.sextant.recordings.row.Numbers;
import dev.sextant.recordings.row.RecordParser;
import dev.sextant.recordings.row.Row;
import java.math.BigDecimal;
import java.util.List;

/** Reads the elements of a document. */
abstract class ElementParser implements RecordParser {

    @Override
    public Row parse(String record) {
        try {
            return read(ExactJson.read(record));
        } catch (IllegalArgumentException e) {
            return new Row.Malformed(String.valueOf(e.getMessage()));
        }
    }

    /** What an element is; an {@link IllegalArgumentException} makes it malformed. */
    abstract Row read(JsonNode element);

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public long silenceMs() {
        return Long.MAX_VALUE;
    }

    static BigDecimal decimal(JsonNode element, String field) {
        JsonNode value = element.path(field);
        if (!value.isTextual() && !value.isNumber()) {
            throw Numbers.wrong(field, value.isMissingNode() ? "absent" : value.toString(), "a decimal");
        }
        return Numbers.decimal(field, value.asText());
    }

    static Ohlc ohlc(JsonNode element, String open, String high, String low, String close) {
        return new Ohlc(decimal(element, open), decimal(element, high), decimal(element, low), decimal(element, close));
    }

    static String text(JsonNode element, String field) {
        JsonNode value = element.path(field);
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw Numbers.wrong(field, value.isMissingNode() ? "absent" : value.toString(), "a text");
        }
        return value.asText();
    }

    static long whole(JsonNode element, String field) {
        JsonNode value = element.path(field);
        return Numbers.whole(field, value.isMissingNode() ? "absent" : value.asText());
    }
}
