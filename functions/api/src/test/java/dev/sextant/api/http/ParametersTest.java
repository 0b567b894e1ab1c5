package dev.sextant.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @Test
    void withoutAnyTheDefaultsHold() {
        Parameters none = of("other", "x");
        assertEquals(50, none.limit());
        assertEquals(Cursor.START, none.cursor("orders"));
        assertNull(none.strategy());
        assertNull(none.symbol());
        assertNull(none.flag("taken"));
        assertEquals(new TimeSpan(null, null), none.span());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z",
        "1723161300000, 2024-08-08T23:55:00Z",
        "2024-08-08T23:55:00Z, 2024-08-08T23:55:00Z",
        "2024-08-08T23:55:00.123456Z, 2024-08-08T23:55:00.123456Z",
        "2024-08-09T01:55:00+02:00, 2024-08-08T23:55:00Z",
        "2024-08-08t23:55:00z, 2024-08-08T23:55:00Z"
    })
    void aTimeIsEpochMillisecondsOrIso(String text, Instant at) {
        assertEquals(at, of("from", text).span().from());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "now",
                "2024-08-08",
                "23:55",
                "-1",
                "1.5",
                "2100-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z"
            })
    void whatIsNoTimeIsRefused(String text) {
        ApiException refusal =
                assertThrows(ApiException.class, () -> of("to", text).span());
        assertEquals(
                "to is '" + text
                        + "', expected epoch milliseconds or ISO-8601 like 2024-08-08T23:55:00Z, from 1970 to 2099",
                refusal.getMessage());
    }

    @Test
    void aSpanIsMovedUpToWholeSteps() {
        TimeSpan span = new TimeSpan(Instant.ofEpochMilli(60_001), Instant.ofEpochMilli(120_000));
        assertEquals(
                new TimeSpan(Instant.ofEpochMilli(120_000), Instant.ofEpochMilli(120_000)), span.wholeSteps(60_000));
    }

    @Test
    void aWordIsOneOfTheChoices() {
        assertEquals("b", of("letter", "b").oneOf("letter", List.of("a", "b"), text -> text));
        ApiException refusal = assertThrows(
                ApiException.class, () -> of("letter", "c").oneOf("letter", List.of("a", "b"), text -> text));
        assertEquals("letter is 'c', expected one of [a, b]", refusal.getMessage());
    }

    @Test
    void aHostileValueIsShownHarmlessAndShort() {
        ApiException refusal = assertThrows(
                ApiException.class,
                () -> of("symbol", "\u001b[31m\r\n" + "x".repeat(500)).symbol());
        String said = String.valueOf(refusal.getMessage());
        assertEquals("symbol is '?[31m??" + "x".repeat(72) + "…', expected 1 to 40 letters, digits or / - _ . :", said);
    }

    private static Parameters of(String name, String value) {
        MutableHttpRequest<?> request = HttpRequest.GET("/");
        request.getParameters().add(name, value);
        return new Parameters(request.getParameters());
    }
}
