package dev.sextant.venues.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private final JsonReader reader = new JsonReader(2_000);

    @Test
    void fieldsComeOutWithTheirExactValues() throws MalformedJson {
        JsonFields fields = reader.object("""
                {"s":"x","n":123456789012345678,"d":"0.00000001","t":true,"o":{"i":1},"l":[{"i":2}],"p":[["1.5","2"]]}""");

        assertEquals("x", fields.text("s"));
        assertEquals(123456789012345678L, fields.id("n"));
        assertEquals(1, fields.e8("d"));
        assertEquals(new BigDecimal("0.00000001"), fields.decimal("d"));
        assertTrue(fields.flag("t"));
        assertEquals(1, fields.object("o").id("i"));
        assertEquals(2, fields.objects("l").getFirst().id("i"));
        assertEquals(List.of(new JsonFields.Pair("1.5", "2")), fields.pairs("p"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[",
                "nul",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{'a':1}",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":1,\"a\":2}",
                "[[[[[[[[[[[[1]]]]]]]]]]]]",
                "{\"a\":\"\u0001\"}",
                "1",
                "\"x\"",
                "{\"a\":11111111111111111111111111111111111111111111111111111111111111111111111}"
            })
    void whatIsNotOneProperObjectIsRefused(String text) {
        assertThrows(MalformedJson.class, () -> reader.object(text));
    }

    @Test
    void aTextBeyondTheLimitIsRefusedBeforeItIsRead() {
        MalformedJson refusal = assertThrows(MalformedJson.class, () -> reader.object("x".repeat(2_001)));
        assertEquals("text of 2001 characters, expected at most 2000", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1.0        | field 'v' is 1.0, expected a whole JSON number",
                "1e400      | field 'v' is 1e400, expected a whole JSON number",
                "9999999999999999999 | field 'v' is 9999999999999999999, expected a whole JSON number",
                "\"1\"      | field 'v' is 1, expected a whole JSON number",
                "null       | field 'v' is null, expected a whole JSON number",
                "true       | field 'v' is true, expected a whole JSON number",
                "{}         | field 'v' is an object of 0 fields, expected a whole JSON number",
                "-1         | field 'v' is -1, expected an id of 0 or more",
            })
    void anIdOfTheWrongTypeIsRefusedByName(String value, String message) {
        MalformedJson refusal = assertThrows(
                MalformedJson.class,
                () -> reader.object("{\"v\":" + value + "}").id("v"));
        assertEquals(message, refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "1e5", "1E5", "0x10", "", " 1", "1 ", "+1", "١", "1,5", "1.2.3", "-", ".", "1e400"})
    void aDecimalThatIsNotPlainIsRefused(String value) {
        String text = "{\"v\":\"" + value + "\"}";
        assertThrows(MalformedJson.class, () -> reader.object(text).e8("v"));
        assertThrows(MalformedJson.class, () -> reader.object(text).decimal("v"));
    }

    @Test
    void anAbsentFieldIsRefusedByName() throws MalformedJson {
        JsonFields fields = reader.object("{}");
        MalformedJson refusal = assertThrows(MalformedJson.class, () -> fields.text("symbol"));
        assertEquals("field 'symbol' is absent, expected a JSON string", refusal.getMessage());
    }

    @Test
    void timesAreTakenAsNumberAndWhereSaidAsString() throws MalformedJson {
        JsonFields fields = reader.object("{\"n\":1583127900000,\"s\":\"1583127900000\",\"far\":9999999999999}");

        assertEquals(1583127900000L, fields.timeMs("n"));
        assertEquals(1583127900000L, fields.timeMsInEitherForm("n"));
        assertEquals(1583127900000L, fields.timeMsInEitherForm("s"));
        assertThrows(MalformedJson.class, () -> fields.timeMs("s"));
        assertThrows(MalformedJson.class, () -> fields.timeMs("far"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.100,0.100",
        "1e-08,0.00000001",
        "1E+3,1000",
        "5,5",
        "-0.0,0.0",
        "12345678901234567890,12345678901234567890",
        "0e19,0",
        "0.00000000000000000001,0.00000000000000000001"
    })
    void aNumberKeepsItsDigits(String written, String plain) throws MalformedJson {
        JsonFields fields = reader.object("{\"v\":" + written + "}");
        assertEquals(plain, fields.number("v").toPlainString());
        assertTrue(fields.textOrDigits("v").length() >= 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1e-999999999",
                "1e2147483648",
                "1e-2147483649",
                "0e-999999999",
                "1e20",
                "1e-21",
                "123456789012345678901",
                "\"1\"",
                "true",
                "null",
                "[]"
            })
    void aNumberBeyondAllBoundsIsRefused(String written) {
        MalformedJson refusal = assertThrows(
                MalformedJson.class,
                () -> reader.object("{\"v\":" + written + "}").number("v"));
        assertEquals(
                "field 'v' is " + written.replace("\"", "")
                        + ", expected a JSON number with at most 20 digits on each side of the point",
                refusal.getMessage());
    }
}
