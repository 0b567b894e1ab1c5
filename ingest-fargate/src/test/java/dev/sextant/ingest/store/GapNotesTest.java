package dev.sextant.ingest.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapNotesTest {

    private final List<Gap> saved = new ArrayList<>();
    private boolean databaseDown;
    private final GapNotes notes = new GapNotes(gap -> {
        if (databaseDown) {
            throw new StoreException("down", new IllegalStateException());
        }
        saved.add(gap);
    });

    private static Gap gap(long from) {
        return new Gap(new Symbol("BTCUSDT"), from, from + 1, 1, false);
    }

    @Test
    void notesWaitForTheDatabaseInTheirOrder() {
        databaseDown = true;
        notes.add(gap(1));
        notes.save();
        notes.add(gap(5));
        notes.save();
        assertEquals(List.of(), saved);

        databaseDown = false;
        notes.save();
        notes.save();
        assertEquals(List.of(gap(1), gap(5)), saved);
    }
}
