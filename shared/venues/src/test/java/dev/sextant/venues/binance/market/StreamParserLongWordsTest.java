package dev.sextant.venues.binance.market;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What the venue says ends in log lines, so it is shown in short. */
class StreamParserLongWordsTest {

    private static final String LONG = "x".repeat(10_000);

    @Test
    void theNameOfAnUnknownEventIsCut() {
        Parsed parsed = new StreamParser().parse("{\"e\":\"" + LONG + "\"}");

        assertTrue(assertInstanceOf(Parsed.Ignored.class, parsed).what().length() < 300);
    }

    @Test
    void theWordsOfARefusalAreCut() {
        Parsed parsed = new StreamParser().parse("{\"code\":2,\"msg\":\"" + LONG + "\"}");

        assertTrue(assertInstanceOf(Parsed.Refused.class, parsed).message().length() < 300);
    }
}
