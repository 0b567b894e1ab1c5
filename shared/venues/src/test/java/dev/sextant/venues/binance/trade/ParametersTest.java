package dev.sextant.venues.binance.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;

class ParametersTest {

    @Example
    void orderIsKeptAndValuesAreEncoded() {
        assertEquals(
                "symbol=%E5%B8%81USDT&note=a%20b%2B%2A~",
                new Parameters().with("symbol", "币USDT").with("note", "a b+*~").encoded());
    }

    /** The JDK's form encoder is the twin, after its three differences from RFC 3986 are undone. */
    @Property(tries = 3_000)
    void encodesLikeTheFormEncoderButForThreeCharacters(@ForAll @CharRange(from = ' ', to = '\uD7FF') String value) {
        String expected = URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
        assertEquals(expected, Parameters.encode(value));
    }

    @Property(tries = 2_000)
    void whatIsSignedIsWhatIsSent(@ForAll @CharRange(from = ' ', to = '\uD7FF') String value) {
        String encoded = new Parameters().with("v", value).encoded();
        String sent = URI.create("http://127.0.0.1/x?" + encoded).getRawQuery();
        assertEquals(encoded, sent);
        assertEquals(value, URLDecoder.decode(sent.substring(2), StandardCharsets.UTF_8));
    }
}
