package dev.sextant.venues.kraken.feed;

/** Reads an array of {@code {"price":…,"qty":…}}. */
final class LevelScanner {

    private static final int OTHER_SHAPE = ScanResult.OTHER_SHAPE.code();
    private static final long PRICE = Scan.word("price\"");
    private static final int PRICE_BYTES = 6;
    private static final long PRICE_MASK = Scan.mask(PRICE_BYTES);
    private static final long QTY = Scan.word("qty\"");
    private static final int QTY_BYTES = 4;
    private static final long QTY_MASK = Scan.mask(QTY_BYTES);
    private static final long ABSENT = -1;

    private final DecimalScanner decimals = new DecimalScanner();

    /** Over an array; {@code last} is the place of the frame's last brace. */
    int scan(byte[] bytes, int from, int last, Levels into, int pricePrecision, int qtyPrecision) {
        if (bytes[from] != '[') {
            return OTHER_SHAPE;
        }
        int at = Scan.space(bytes, from + 1);
        if (bytes[at] == ']') {
            return at + 1;
        }
        while (true) {
            at = level(bytes, at, last, into, pricePrecision, qtyPrecision);
            if (at < 0) {
                return at;
            }
            if (at > last) {
                return OTHER_SHAPE;
            }
            at = Scan.space(bytes, at);
            if (bytes[at] == ']') {
                return at + 1;
            }
            if (bytes[at] != ',') {
                return OTHER_SHAPE;
            }
            at = Scan.space(bytes, at + 1);
        }
    }

    private int level(byte[] bytes, int from, int last, Levels into, int pricePrecision, int qtyPrecision) {
        if (bytes[from] != '{') {
            return OTHER_SHAPE;
        }
        long price = ABSENT;
        long qty = ABSENT;
        int at = from;
        do {
            at = Scan.space(bytes, at + 1);
            if (at > last - Scan.WORD || bytes[at] != '"') {
                return OTHER_SHAPE;
            }
            long word = Scan.word(bytes, at + 1);
            if ((word & PRICE_MASK) == PRICE && price == ABSENT) {
                at = number(bytes, at + 1 + PRICE_BYTES, pricePrecision);
                price = decimals.value();
            } else if ((word & QTY_MASK) == QTY && qty == ABSENT) {
                at = number(bytes, at + 1 + QTY_BYTES, qtyPrecision);
                qty = decimals.value();
            } else {
                return OTHER_SHAPE;
            }
            if (at < 0) {
                return at;
            }
            at = Scan.space(bytes, at);
        } while (bytes[at] == ',');
        if (bytes[at] != '}' || price == ABSENT || qty == ABSENT) {
            return OTHER_SHAPE;
        }
        if (price == 0) {
            return ScanResult.NUMBER.code();
        }
        return into.add(price, qty) ? at + 1 : ScanResult.TOO_MANY_LEVELS.code();
    }

    private int number(byte[] bytes, int from, int precision) {
        int at = Scan.colon(bytes, from);
        return at < 0 ? at : decimals.scan(bytes, at, precision);
    }
}
