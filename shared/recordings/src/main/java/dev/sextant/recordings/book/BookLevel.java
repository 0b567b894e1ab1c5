package dev.sextant.recordings.book;

import dev.sextant.recordings.row.Numbers;
import java.math.BigDecimal;

/**
 * A level of a book with the digits of the file.
 *
 * @param price above 0
 * @param quantity 0 or more; 0 removes the level
 */
public record BookLevel(BigDecimal price, BigDecimal quantity) {

    /** @throws IllegalArgumentException naming what can't be */
    public BookLevel {
        if (price.signum() <= 0) {
            throw Numbers.wrong("price", price.toString(), "above 0");
        }
        if (quantity.signum() < 0) {
            throw Numbers.wrong("quantity", quantity.toString(), "0 or more");
        }
    }
}
