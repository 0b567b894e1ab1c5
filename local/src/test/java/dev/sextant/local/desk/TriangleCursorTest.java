package dev.sextant.local.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriangleCursorTest {

    @TempDir
    private Path folder;

    @Test
    void aStateIsOfOneSourceOfBooksAndRemembersHowFarTheyWerePlayed() throws IOException {
        try (StateFolder state = StateFolder.open(folder, false)) {
            TriangleCursor cursor = TriangleCursor.of(state, "recorded books, a.gz");
            assertEquals(0, cursor.positionMs());
            cursor.moveTo(1_618_677_942_586L);
            assertEquals(
                    1_618_677_942_586L,
                    TriangleCursor.of(state, "recorded books, a.gz").positionMs());
            DeskException refusal = assertThrows(
                    DeskException.class, () -> TriangleCursor.of(state, "a made-up Kraken market, seed 7"));
            assertTrue(
                    String.valueOf(refusal.getMessage()).contains("is of triangles in recorded books, a.gz;"),
                    refusal::getMessage);
        }
    }

    @Test
    void aNewStateIsOfAnyBooks() throws IOException {
        try (StateFolder state = StateFolder.open(folder, false)) {
            TriangleCursor.of(state, "Kraken's own books at ws.kraken.com").moveTo(0);
        }
        try (StateFolder state = StateFolder.open(folder, true)) {
            assertEquals(
                    0,
                    TriangleCursor.of(state, "a made-up Kraken market, seed 7").positionMs());
        }
    }
}
