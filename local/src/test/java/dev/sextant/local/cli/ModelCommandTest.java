package dev.sextant.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ModelCommandTest {

    @Test
    void aPlantedDefectIsFoundAndToldStepByStep() {
        Said said = run("model", "--defect", "kill-before-claim");
        assertEquals(Sextant.OK, said.exitCode());
        assertTrue(said.text().contains("  3. the kill switch is thrown"), said.text());
        assertTrue(said.text().stripTrailing().endsWith("The defect was found."), said.text());
    }

    @Test
    void theStoryCanBeReadByAProgram() throws IOException {
        JsonNode verdict = new ObjectMapper()
                .readTree(run("model", "--defect", "no-table", "--json").text());
        assertEquals("no-table", verdict.path("defect").asText());
        assertTrue(verdict.path("as_expected").asBoolean());
        JsonNode finding = verdict.path("findings").path(0);
        assertEquals("final_stays", finding.path("broken").asText());
        assertEquals("UNKNOWN", finding.path("story").path(7).path("order").asText());
    }

    @Test
    void aDefectThatDoesNotExistIsWrongUsage() {
        assertEquals(Sextant.USAGE, run("model", "--defect", "no-luck").exitCode());
    }

    private record Said(int exitCode, String text) {}

    private static Said run(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            return new Said(Sextant.run(arguments), bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }
}
