package dev.sextant.venues.kraken.feed;

import java.util.Objects;

/**
 * Reads {@code book} messages from the frame's bytes as scaled longs, without allocating. It takes the fields in any
 * order and skips white space; whatever is not exactly what it knows is not its own ({@link ScanResult}) and goes to
 * {@link KrakenParser}. What it does read, the parser reads the same. Called by the thread that reads the socket, one
 * scanner for each.
 */
public final class BookScanner {

    private static final int OTHER_SHAPE = ScanResult.OTHER_SHAPE.code();
    private static final int OTHER_CHANNEL = ScanResult.OTHER_CHANNEL.code();
    private static final long CHANNEL = Scan.word("channel\"");
    private static final long TYPE = Scan.word("type\"");
    private static final long DATA = Scan.word("data\"");
    private static final long SHORT_MASK = Scan.mask(5);
    private static final long UPDATE = Scan.word("\"update\"");
    private static final long SNAPSHOT = Scan.word("\"snapsho");
    private static final int SAW_CHANNEL = 1;
    private static final int SAW_TYPE = 2;
    private static final int SAW_DATA = 4;
    private static final int NEEDED = SAW_CHANNEL | SAW_TYPE | SAW_DATA;

    private final EntryScanner entries;

    /** @param pairs whose messages are read */
    public BookScanner(ScannedPairs pairs) {
        this.entries = new EntryScanner(pairs);
    }

    /**
     * Reads the frame in {@code bytes[from, to)}.
     *
     * @param into has the message when the result is {@link ScanResult#BOOK}, otherwise nothing of meaning
     */
    public ScanResult scan(byte[] bytes, int from, int to, ScannedBook into) {
        Objects.checkFromToIndex(from, to, bytes.length);
        if (to - from > KrakenParser.MAX_CHARS) {
            return ScanResult.TOO_LONG;
        }
        int last = to - 1;
        while (last > from && Scan.isSpace(bytes[last])) {
            last--;
        }
        if (last <= from || bytes[last] != '}') {
            return ScanResult.OTHER_SHAPE;
        }
        int at = Scan.space(bytes, from);
        int end = bytes[at] == '{' ? message(bytes, at, last, into) : OTHER_SHAPE;
        return end < 0 ? ScanResult.of(end) : ScanResult.BOOK;
    }

    private int message(byte[] bytes, int from, int last, ScannedBook into) {
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
            at = Scan.colon(bytes, at + (field == SAW_CHANNEL ? 9 : 6));
            if (at >= 0) {
                at = value(field, bytes, at, last, into);
            }
            if (at < 0) {
                return at;
            }
            at = Scan.space(bytes, at);
        } while (bytes[at] == ',');
        boolean whole = bytes[at] == '}' && at == last && seen == NEEDED;
        return whole ? at : OTHER_SHAPE;
    }

    private static int field(byte[] bytes, int at) {
        long word = Scan.word(bytes, at);
        if (word == CHANNEL) {
            return SAW_CHANNEL;
        }
        if ((word & SHORT_MASK) == TYPE) {
            return SAW_TYPE;
        }
        return (word & SHORT_MASK) == DATA ? SAW_DATA : 0;
    }

    private int value(int field, byte[] bytes, int at, int last, ScannedBook into) {
        return switch (field) {
            case SAW_CHANNEL -> channel(bytes, at);
            case SAW_TYPE -> type(bytes, at, last, into);
            default -> data(bytes, at, last, into);
        };
    }

    /** The shortest value: it may stand nearer to the end than a word is long. */
    private static int channel(byte[] bytes, int at) {
        boolean book = bytes[at] == '"'
                && bytes[at + 1] == 'b'
                && bytes[at + 2] == 'o'
                && bytes[at + 3] == 'o'
                && bytes[at + 4] == 'k'
                && bytes[at + 5] == '"';
        return book ? at + 6 : OTHER_CHANNEL;
    }

    private static int type(byte[] bytes, int at, int last, ScannedBook into) {
        if (at > last - Scan.WORD) {
            return OTHER_SHAPE;
        }
        long word = Scan.word(bytes, at);
        if (word == UPDATE) {
            into.setSnapshot(false);
            return at + 8;
        }
        if (word == SNAPSHOT && bytes[at + 8] == 't' && bytes[at + 9] == '"') {
            into.setSnapshot(true);
            return at + 10;
        }
        return OTHER_SHAPE;
    }

    private int data(byte[] bytes, int from, int last, ScannedBook into) {
        if (bytes[from] != '[') {
            return OTHER_SHAPE;
        }
        int at = entries.scan(bytes, Scan.space(bytes, from + 1), last, into);
        if (at < 0) {
            return at;
        }
        if (at > last) {
            return OTHER_SHAPE;
        }
        at = Scan.space(bytes, at);
        return bytes[at] == ']' ? at + 1 : OTHER_SHAPE;
    }
}
