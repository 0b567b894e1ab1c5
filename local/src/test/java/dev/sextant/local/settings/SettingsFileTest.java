package dev.sextant.local.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that were read without a word, or told of without end. */
class SettingsFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"desk\":5}              | sextant.json has 'desk' as 5, expected an object of settings",
                "[]                         | sextant.json is [], expected a JSON object",
                "{\"desk\":{},\"desk\":{}} | sextant.json is not JSON: Duplicate field 'desk'"
            })
    void whatWouldBePassedOverIsTold(String text, String problem) {
        assertEquals(List.of(problem), problems(text));
    }

    @Test
    void whatComesAfterTheObjectIsTold() {
        assertEquals(1, problems("{} {}").size());
    }

    @Test
    void aLongListOfUnknownNamesIsCut() {
        StringBuilder text = new StringBuilder("{\"desk\":{\"a\":1");
        for (int i = 0; i < 1_000; i++) {
            text.append(",\"x").append(i).append("\":1");
        }

        assertTrue(problems(text + "}}").size() <= 20);
    }

    private static List<String> problems(String text) {
        List<String> wrong = new ArrayList<>();
        SettingsFile.read(text, wrong);
        return wrong;
    }
}
