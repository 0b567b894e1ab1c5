package dev.sextant.venues.kraken.feed;

import dev.sextant.venues.http.MalformedJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The slow way to what {@link BookScanner} yields: a book message that {@link KrakenParser} has read, as scaled longs.
 * For frames the scanner handed back.
 */
public final class BookScaler {

    private static final BigInteger LIMIT = BigInteger.TEN.pow(PairRules.MAX_PRECISION);

    private final ScannedPairs pairs;

    /** @param pairs whose messages are scaled */
    public BookScaler(ScannedPairs pairs) {
        this.pairs = pairs;
    }

    /**
     * Writes the message.
     *
     * @return why it can't be told in the pair's units, empty when it was written whole
     */
    public Optional<String> scale(KrakenMessage.Book book, ScannedBook into) {
        into.clear();
        int pair = pairs.find(book.symbol());
        if (pair == ScannedPairs.UNKNOWN) {
            return Optional.of("field 'symbol' is " + book.symbol() + ", expected a pair whose rules are known");
        }
        into.setPair(pair);
        into.setSnapshot(book.snapshot());
        into.setChecksum(book.checksum());
        into.setTimeMicros(book.timeMicros());
        try {
            scale(book.bids(), into.bids(), pair);
            scale(book.asks(), into.asks(), pair);
            return Optional.empty();
        } catch (MalformedJson e) {
            return Optional.of(book.symbol() + ": " + e.getMessage());
        }
    }

    private void scale(List<BookLevel> levels, Levels into, int pair) throws MalformedJson {
        for (BookLevel level : levels) {
            boolean added = into.add(
                    scaled("price", level.price(), pairs.pricePrecision(pair)),
                    scaled("qty", level.qty(), pairs.qtyPrecision(pair)));
            if (!added) {
                throw new MalformedJson(levels.size() + " levels, expected at most " + KrakenParser.MAX_LEVELS);
            }
        }
    }

    private static long scaled(String field, BigDecimal value, int precision) throws MalformedJson {
        if (value.signum() != 0 && value.stripTrailingZeros().scale() > precision) {
            throw MalformedJson.field(field, value, "at most " + precision + " decimals");
        }
        BigInteger units = value.movePointRight(precision).toBigInteger();
        if (units.compareTo(LIMIT) >= 0) {
            throw MalformedJson.field(field, value, "at most 18 digits with " + precision + " decimals");
        }
        return units.longValueExact();
    }
}
