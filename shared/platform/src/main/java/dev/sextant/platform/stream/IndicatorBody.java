package dev.sextant.platform.stream;

import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The body of an indicator record, version 1. FRAME.md is the page for it. */
final class IndicatorBody {

    private static final int SYNTHETIC = 1;
    private static final int MAX_KEY_BYTES = 40;
    private static final Pattern KEY = Pattern.compile("[a-z0-9_]{1," + MAX_KEY_BYTES + "}");
    private static final int MAX_DIGITS_BYTES = 32;
    private static final int MAX_SCALE = 64;
    private static final int MIN_VALUE_BYTES = 4;

    private IndicatorBody() {}

    static void write(WireWriter out, IndicatorReading reading) {
        out.text(reading.symbol().name());
        out.u8(code(reading.type()));
        out.varint(reading.timestampMs());
        out.zigzag(reading.knownAtMs() - reading.timestampMs());
        out.u8(reading.synthetic() ? SYNTHETIC : 0);
        out.varint(reading.values().size());
        reading.values().forEach((key, value) -> writeValue(out, reading, key, value));
    }

    private static void writeValue(WireWriter out, IndicatorReading reading, String key, BigDecimal value) {
        if (Math.abs((long) value.scale()) > MAX_SCALE || value.unscaledValue().bitLength() >= MAX_DIGITS_BYTES * 8) {
            throw new IllegalArgumentException(reading.id() + " has a " + key + " with scale " + value.scale() + " and "
                    + value.precision() + " digits, expected at most 64 decimals and 76 digits");
        }
        out.text(checked(key));
        out.zigzag(value.scale());
        out.big(value.unscaledValue());
    }

    static IndicatorReading read(WireReader in) {
        Symbol symbol = new Symbol(in.text("a symbol", FrameBody.MAX_SYMBOL_BYTES));
        IndicatorType type = type(in);
        long timestampMs = in.varint("the time of a value");
        long knownAtMs = timestampMs + in.zigzag("the delay of a value");
        int flags = in.u8("the flags of an indicator");
        if ((flags & ~SYNTHETIC) != 0) {
            throw in.corrupt("indicator flags 0 or 1", Integer.toString(flags));
        }
        return new IndicatorReading(symbol, type, timestampMs, knownAtMs, readValues(in), flags == SYNTHETIC);
    }

    private static Map<String, BigDecimal> readValues(WireReader in) {
        Map<String, BigDecimal> values = new TreeMap<>();
        int count = in.count("values", MIN_VALUE_BYTES);
        for (int i = 0; i < count; i++) {
            String key = checked(in.text("the name of a value", MAX_KEY_BYTES));
            long scale = in.zigzag("the scale of a value");
            if (Math.abs(scale) > MAX_SCALE || scale == Long.MIN_VALUE) {
                throw in.corrupt("a scale between -64 and 64", Long.toString(scale));
            }
            BigInteger digits = in.big("the digits of a value", MAX_DIGITS_BYTES);
            if (values.put(key, new BigDecimal(digits, (int) scale)) != null) {
                throw in.corrupt("each value once", "'" + key + "' again");
            }
        }
        return values;
    }

    private static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "an indicator's value is named '" + key + "', expected 1 to 40 of a-z, 0-9 and _");
        }
        return key;
    }

    /** Fixed for ever: the declaration order of the enum may change, these may not. */
    private static int code(IndicatorType type) {
        return switch (type) {
            case LONG_SHORT_RATIO -> 1;
            case TOP_TRADER_POSITION -> 2;
            case OPEN_INTEREST_HIST -> 3;
            case COINBASE_PREMIUM -> 4;
            case FUNDING_RATE -> 5;
            case LIQUIDATION -> 6;
        };
    }

    private static IndicatorType type(WireReader in) {
        int code = in.u8("an indicator type");
        for (IndicatorType type : IndicatorType.values()) {
            if (code(type) == code) {
                return type;
            }
        }
        throw in.corrupt("an indicator type from 1 to 6", Integer.toString(code));
    }
}
