package dev.sextant.recordings.book;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.recordings.row.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Levels as venues write them: arrays whose first two elements are a price and a quantity, texts or numbers. */
final class Levels {

    private Levels() {}

    static List<BookLevel> of(String field, JsonNode side) {
        if (!side.isArray()) {
            throw Numbers.wrong(field, side.toString(), "an array of [price, quantity]");
        }
        List<BookLevel> levels = new ArrayList<>(side.size());
        for (JsonNode level : side) {
            if (!level.isArray() || level.size() < 2) {
                throw Numbers.wrong(field, level.toString(), "[price, quantity]");
            }
            levels.add(new BookLevel(decimal("price", level.get(0)), decimal("quantity", level.get(1))));
        }
        return levels;
    }

    static BigDecimal decimal(String field, JsonNode value) {
        if (!value.isTextual() && !value.isNumber()) {
            throw Numbers.wrong(field, value.toString(), "a decimal");
        }
        return Numbers.decimal(field, value.asText());
    }
}
