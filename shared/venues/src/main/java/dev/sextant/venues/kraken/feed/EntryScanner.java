package dev.sextant.venues.kraken.feed;

/**
 * Reads the one entry of a book message: symbol, levels, checksum and time, in any order. Levels that come before the
 * symbol are stepped over and read once the pair's precisions are known.
 */
final class EntryScanner {

    private static final int OTHER_SHAPE = ScanResult.OTHER_SHAPE.code();
    private static final long SYMBOL = Scan.word("symbol\"");
    private static final long BIDS = Scan.word("bids\"");
    private static final long ASKS = Scan.word("asks\"");
    private static final long SIDE_MASK = Scan.mask(5);
    private static final long SYMBOL_MASK = Scan.mask(7);
    private static final long CHECKSUM = Scan.word("checksum");
    private static final long TIMESTAMP = Scan.word("timestam");
    private static final int NOWHERE = -1;
    private static final int SAW_SYMBOL = 1;
    private static final int SAW_BIDS = 2;
    private static final int SAW_ASKS = 4;
    private static final int SAW_CHECKSUM = 8;
    private static final int SAW_TIME = 16;
    private static final int NEEDED = SAW_SYMBOL | SAW_BIDS | SAW_ASKS | SAW_CHECKSUM;
    private static final int MAX_CHECKSUM_DIGITS = 10;
    private static final long MAX_CHECKSUM = 0xFFFF_FFFFL;

    private final ScannedPairs pairs;
    private final LevelScanner levels = new LevelScanner();
    private int bidsAt = NOWHERE;
    private int asksAt = NOWHERE;

    EntryScanner(ScannedPairs pairs) {
        this.pairs = pairs;
    }

    /** Over an entry; {@code last} is the place of the frame's last brace, and the result may be behind it. */
    int scan(byte[] bytes, int from, int last, ScannedBook into) {
        if (bytes[from] != '{') {
            return OTHER_SHAPE;
        }
        into.clear();
        bidsAt = NOWHERE;
        asksAt = NOWHERE;
        int seen = 0;
        int at = from;
        do {
            at = Scan.space(bytes, at + 1);
            if (at > last - Scan.WORD || bytes[at] != '"') {
                return OTHER_SHAPE;
            }
            int field = field(bytes, at + 1);
            if (field == 0 || (seen & field) != 0) {
                return OTHER_SHAPE;
            }
            seen |= field;
            at = Scan.colon(bytes, at + 1 + nameBytes(field));
            if (at >= 0) {
                at = value(field, bytes, at, last, into);
            }
            if (at < 0) {
                return at;
            }
            at = Scan.space(bytes, at);
        } while (bytes[at] == ',');
        if (bytes[at] != '}' || (seen & NEEDED) != NEEDED) {
            return OTHER_SHAPE;
        }
        int late = late(bytes, last, into);
        return late < 0 ? late : at + 1;
    }

    /** The field whose name, up to its closing quote, stands here; 0 when it is none of them. */
    private static int field(byte[] bytes, int at) {
        long word = Scan.word(bytes, at);
        if ((word & SIDE_MASK) == BIDS) {
            return SAW_BIDS;
        }
        if ((word & SIDE_MASK) == ASKS) {
            return SAW_ASKS;
        }
        if ((word & SYMBOL_MASK) == SYMBOL) {
            return SAW_SYMBOL;
        }
        if (word == CHECKSUM) {
            return bytes[at + 8] == '"' ? SAW_CHECKSUM : 0;
        }
        return word == TIMESTAMP && bytes[at + 8] == 'p' && bytes[at + 9] == '"' ? SAW_TIME : 0;
    }

    private static int nameBytes(int field) {
        return switch (field) {
            case SAW_SYMBOL -> 7;
            case SAW_CHECKSUM -> 9;
            case SAW_TIME -> 10;
            default -> 5;
        };
    }

    private int value(int field, byte[] bytes, int at, int last, ScannedBook into) {
        return switch (field) {
            case SAW_SYMBOL -> symbol(bytes, at, last, into);
            case SAW_BIDS -> {
                boolean early = into.pair() == ScannedPairs.UNKNOWN;
                bidsAt = early ? at : NOWHERE;
                yield early ? over(bytes, at, last) : levels(bytes, at, last, into.bids(), into.pair());
            }
            case SAW_ASKS -> {
                boolean early = into.pair() == ScannedPairs.UNKNOWN;
                asksAt = early ? at : NOWHERE;
                yield early ? over(bytes, at, last) : levels(bytes, at, last, into.asks(), into.pair());
            }
            case SAW_CHECKSUM -> checksum(bytes, at, into);
            default -> time(bytes, at, last, into);
        };
    }

    private int levels(byte[] bytes, int at, int last, Levels into, int pair) {
        return levels.scan(bytes, at, last, into, pairs.pricePrecision(pair), pairs.qtyPrecision(pair));
    }

    /** Over an array of levels, which has no bracket inside: reading it ends at the same place, or fails. */
    private static int over(byte[] bytes, int from, int last) {
        int at = from;
        while (bytes[at] != ']') {
            if (at == last) {
                return OTHER_SHAPE;
            }
            at++;
        }
        return at + 1;
    }

    /** Reads what was stepped over. */
    private int late(byte[] bytes, int last, ScannedBook into) {
        int bids = bidsAt == NOWHERE ? 0 : levels(bytes, bidsAt, last, into.bids(), into.pair());
        if (bids < 0) {
            return bids;
        }
        return asksAt == NOWHERE ? 0 : levels(bytes, asksAt, last, into.asks(), into.pair());
    }

    private int symbol(byte[] bytes, int from, int last, ScannedBook into) {
        if (bytes[from] != '"') {
            return OTHER_SHAPE;
        }
        int hash = 0;
        int at = from + 1;
        for (; bytes[at] != '"'; at++) {
            if (at == last) {
                return OTHER_SHAPE;
            }
            hash = ScannedPairs.hash(hash, bytes[at]);
        }
        int pair = pairs.find(bytes, from + 1, at, hash);
        into.setPair(pair);
        return pair == ScannedPairs.UNKNOWN ? ScanResult.UNKNOWN_PAIR.code() : at + 1;
    }

    private static int checksum(byte[] bytes, int from, ScannedBook into) {
        long checksum = 0;
        int at = from;
        int digit = bytes[at] - '0';
        while (digit >= 0 && digit <= 9 && at - from < MAX_CHECKSUM_DIGITS) {
            checksum = checksum * 10 + digit;
            digit = bytes[++at] - '0';
        }
        boolean padded = bytes[from] == '0' && at - from > 1;
        into.setChecksum(checksum);
        return at == from || padded || checksum > MAX_CHECKSUM ? OTHER_SHAPE : at;
    }

    private static int time(byte[] bytes, int at, int last, ScannedBook into) {
        if (at > last - TimeScanner.LENGTH) {
            return OTHER_SHAPE;
        }
        long micros = TimeScanner.micros(bytes, at);
        into.setTimeMicros(micros);
        return micros == TimeScanner.NOT_A_TIME ? OTHER_SHAPE : at + TimeScanner.LENGTH;
    }
}
