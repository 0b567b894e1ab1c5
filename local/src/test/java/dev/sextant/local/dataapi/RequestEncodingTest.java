package dev.sextant.local.dataapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class RequestEncodingTest {

    /** Found by fuzzing: it looks like UTF-32 and isn't. */
    @Test
    void bytesThatAreNoTextAreAMalformedRequest() {
        byte[] body = {0, 0, 0, 'a', 'a'};

        ApiError refused = assertThrows(ApiError.class, () -> Request.parse(new ObjectMapper(), body));

        assertEquals(400, refused.status());
    }
}
