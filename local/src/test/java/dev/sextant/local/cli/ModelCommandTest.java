package dev.sextant.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ModelCommandTest {

    @Test
    void aPlantedDefectIsFoundAndToldStepByStep() {
        Said said = Said.of("model", "--defect", "kill-before-claim");
        assertEquals(Sextant.OK, said.exitCode());
        assertTrue(said.out().contains("  3. the kill switch is thrown"), said.out());
        assertTrue(said.out().stripTrailing().endsWith("The defect was found."), said.out());
    }

    @Test
    void theStoryCanBeReadByAProgram() throws IOException {
        JsonNode verdict = new ObjectMapper()
                .readTree(Said.of("model", "--defect", "no-table", "--json").out());
        assertEquals("no-table", verdict.path("defect").asText());
        assertTrue(verdict.path("as_expected").asBoolean());
        JsonNode finding = verdict.path("findings").path(0);
        assertEquals("final_stays", finding.path("broken").asText());
        assertEquals("UNKNOWN", finding.path("story").path(7).path("order").asText());
    }

    @Test
    void aDefectThatDoesNotExistIsWrongUsage() {
        assertEquals(Sextant.USAGE, Said.of("model", "--defect", "no-luck").exitCode());
    }
}
