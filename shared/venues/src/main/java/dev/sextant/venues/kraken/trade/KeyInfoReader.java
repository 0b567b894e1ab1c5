package dev.sextant.venues.kraken.trade;

import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import java.math.BigInteger;
import java.util.Set;

/** Reads {@code GetApiKeyInfo}. The key itself and its name are left out. */
final class KeyInfoReader {

    private static final String WHOLE = "[0-9]{1,20}";

    private KeyInfoReader() {}

    static KeyInfo read(JsonFields result) throws MalformedJson {
        return new KeyInfo(
                whole(result, "nonce"),
                seconds(result, "nonceWindow"),
                Set.copyOf(result.texts("permissions")),
                seconds(result, "validUntil"),
                seconds(result, "queryFrom"),
                seconds(result, "queryTo"),
                result.texts("ipAllowlist"));
    }

    private static BigInteger whole(JsonFields result, String field) throws MalformedJson {
        String text = result.textOrDigits(field);
        if (!text.matches(WHOLE)) {
            throw MalformedJson.field(field, "'" + text + "'", "a whole number of up to 20 digits");
        }
        return new BigInteger(text);
    }

    private static long seconds(JsonFields result, String field) throws MalformedJson {
        BigInteger value = whole(result, field);
        if (value.bitLength() >= Long.SIZE) {
            throw MalformedJson.field(field, value, "less than 2⁶³");
        }
        return value.longValueExact();
    }
}
