package dev.sextant.api.command;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.api.http.ApiException;
import org.junit.jupiter.api.Test;

class CommandBodyEncodingTest {

    /** Found by fuzzing: it looks like UTF-32 and isn't, which once was answered with 500. */
    @Test
    void bytesThatAreNoTextAreAWrongBody() {
        byte[] body = {'{', 0, 0, 0, ':'};

        ApiException refused = assertThrows(ApiException.class, () -> CommandBody.read(body));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("the body is not text"), refused.getMessage());
    }
}
