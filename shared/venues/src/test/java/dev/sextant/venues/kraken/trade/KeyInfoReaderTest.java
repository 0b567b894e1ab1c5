package dev.sextant.venues.kraken.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.venues.http.JsonReader;
import dev.sextant.venues.http.MalformedJson;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyInfoReaderTest {

    private static final JsonReader READER = new JsonReader(10_000);

    /** In the form of the venue's own example. */
    private static final String GOOD =
            "{\"apiKeyName\":\"a key\",\"apiKey\":\"abc\",\"nonce\":\"18446744073709551615\","
                    + "\"nonceWindow\":5,\"permissions\":[\"query-funds\",\"modify-trades\"],\"iban\":\"AA\",\"validUntil\":\"1772627060\","
                    + "\"queryFrom\":\"0\",\"queryTo\":\"7\",\"createdTime\":\"1\",\"modifiedTime\":\"2\",\"ipAllowlist\":[\"::1\"],"
                    + "\"lastUsed\":\"3\"}";

    private static KeyInfo read(String json) throws MalformedJson {
        return KeyInfoReader.read(READER.object(json));
    }

    @Test
    void everythingThatMattersIsRead() throws MalformedJson {
        assertEquals(
                new KeyInfo(
                        new BigInteger("18446744073709551615"),
                        5,
                        Set.of("query-funds", "modify-trades"),
                        1_772_627_060L,
                        0,
                        7,
                        List.of("::1")),
                read(GOOD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"nonce\":\"18446744073709551615\" | \"nonce\":\"-1\"      | nonce",
                "\"nonceWindow\":5                  | \"nonceWindow\":0.5   | nonceWindow",
                "\"validUntil\":\"1772627060\"      | \"validUntil\":null   | validUntil",
                "\"queryTo\":\"7\"                  | \"queryTo\":\"soon\"  | queryTo",
                "\"queryTo\":\"7\"                  | \"queryTo\":\"99999999999999999999\" | queryTo",
                "\"permissions\":                   | \"rights\":           | permissions",
                "\"ipAllowlist\":[\"::1\"]          | \"ipAllowlist\":\"\"  | ipAllowlist"
            })
    void whatCannotBeIsRefusedByName(String before, String after, String field) {
        String message = String.valueOf(assertThrows(MalformedJson.class, () -> read(GOOD.replace(before, after)))
                .getMessage());
        assertTrue(message.contains(field), message);
    }

    @Test
    void damageIsReadOrRefusedAndNothingElse() {
        Random random = new Random(17);
        for (int i = 0; i < 20_000; i++) {
            char[] text = GOOD.toCharArray();
            for (int change = 0; change <= random.nextInt(4); change++) {
                text[random.nextInt(text.length)] = (char) random.nextInt(32, 127);
            }
            String damaged =
                    new String(text).substring(0, random.nextInt(10) == 0 ? random.nextInt(text.length) : text.length);
            try {
                assertTrue(read(damaged).nonce().signum() >= 0);
            } catch (MalformedJson e) {
                assertTrue(String.valueOf(e.getMessage()).length() < 600, e::getMessage);
            }
        }
    }
}
