package dev.sextant.recordings.check;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SeenRowsTest {

    @Test
    void aRowIsKnownWithinItsStreamAlone() {
        SeenRows seen = new SeenRows();
        assertTrue(seen.isNew("a", "1"));
        assertTrue(seen.isNew("b", "1"));
        assertFalse(seen.isNew("a", "1"));
    }

    @Test
    void longIdentitiesAreToldApart() {
        SeenRows seen = new SeenRows();
        String frame = "x".repeat(10_000);
        assertTrue(seen.isNew("a", frame + "1"));
        assertTrue(seen.isNew("a", frame + "2"));
        assertFalse(seen.isNew("a", frame + "1"));
    }

    @Test
    void whatLiesFurtherBackIsForgotten() {
        SeenRows seen = new SeenRows();
        for (int row = 0; row <= SeenRows.KEPT; row++) {
            assertTrue(seen.isNew("a", Integer.toString(row)));
        }
        assertTrue(seen.isNew("a", "0"));
        assertFalse(seen.isNew("a", Integer.toString(SeenRows.KEPT)));
    }
}
